"""A sheet becomes a DXF file in its profile's version and encoding: metres, the same bytes for the same sheet."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

import ezdxf
from ezdxf.document import Drawing

from layoutgen.drawings.asked_paint import as_asked
from layoutgen.drawings.dxf_blocks import DIMENSION_STYLE, TREE, add_dimensions, add_tree
from layoutgen.drawings.dxf_entities import APPID, Entities, entities_text
from layoutgen.drawings.layers import Profile
from layoutgen.drawings.sheet import Sheet, used_layers
from layoutgen.drawings.staged import write_staged

CODE_PAGES = {"gbk": "ANSI_936"}
SECTION = "  2\nENTITIES\n"
BLOCK, NAME, END_OF_BLOCK = "  0\nBLOCK\n", "\n  2\n", "  0\nENDBLK\n"
METRES = 6
FONT_FAMILY = "SimSun"
FIXED_LINETYPES = ("BYLAYER", "BYBLOCK", "CONTINUOUS")  # every file has them
POINT_MODE = 34  # a circle with a cross
POINT_SIZE_M = 0.8


def write_dxf(sheet: Sheet, path: Path) -> None:
    """Write a sheet as model space of a DXF file.

    Raises
    ------
    InputError
        If the file cannot be written.
    """
    asked = as_asked(sheet)
    with fixed_metadata():
        doc = new_document(asked.profile)
        if not asked.profile.has_unused:
            _drop_unused(doc, asked)
        entities = entities_of(doc, asked)
        set_extents(doc, asked)
        write_staged(path, lambda target: save_text(doc, entities, target))


@contextmanager
def fixed_metadata() -> Iterator[None]:
    """No clock and no random identity in the file; the library's option is put back."""
    before = ezdxf.options.write_fixed_meta_data_for_testing
    ezdxf.options.write_fixed_meta_data_for_testing = True
    try:
        yield
    finally:
        ezdxf.options.write_fixed_meta_data_for_testing = before


def new_document(profile: Profile) -> Drawing:
    """An empty document with the profile's version, encoding, layers and text style, and our application's name."""
    doc = ezdxf.new(profile.version, setup=["linetypes"], units=METRES)
    doc.appids.add(APPID)
    if profile.encoding in CODE_PAGES:
        doc.encoding = profile.encoding
        doc.header["$DWGCODEPAGE"] = CODE_PAGES[profile.encoding]
    doc.header["$PDMODE"] = POINT_MODE
    doc.header["$PDSIZE"] = POINT_SIZE_M
    doc.header["$LTSCALE"] = profile.size("linetype_scale")
    style = doc.styles.add(profile.text_style, font=profile.font)
    style.set_extended_font_data(FONT_FAMILY)
    for row in profile.layers:
        layer = doc.layers.add(row.name, color=row.aci, true_color=true_colour(row.rgb), linetype=row.linetype)
        layer.dxf.lineweight = known_weight(row.lineweight)
    return doc


def _drop_unused(doc: Drawing, sheet: Sheet) -> None:
    """Take out layers and line types that nothing of a sheet uses."""
    used = used_layers(sheet)
    for row in sheet.profile.layers:
        if row.code not in used:
            doc.layers.remove(row.name)
    kept = {*FIXED_LINETYPES, *(row.linetype for row in sheet.profile.layers if row.code in used)}
    for name in [entry.dxf.name for entry in doc.linetypes]:
        if name.upper() not in kept:
            doc.linetypes.remove(name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What is drawn, as text."""

    model: str  # of model space
    blocks: Mapping[str, str]  # of blocks that the library knows as empty, by name


def entities_of(doc: Drawing, sheet: Sheet) -> Content:
    """Text of what is drawn in model space; its handles are taken from the document's."""
    rows = {row.code: row for row in sheet.profile.layers}
    looks = {row.code: (row.linetype, row.aci, known_weight(row.lineweight), true_colour(row.rgb)) for row in rows.values()}
    has_trees = sheet.profile.has_blocks and bool(sheet.trees)
    if has_trees:
        add_tree(doc)
    pictures = add_dimensions(doc, sheet)
    entities = Entities(
        rows=rows,
        style=sheet.profile.text_style,
        looks=looks,
        tree=TREE if has_trees else "",
        dimensions=tuple(name for name, _ in pictures),
        dimension_style=DIMENSION_STYLE,
    )
    text, following = entities_text(entities.of(sheet), doc.modelspace().layout_key, int(str(doc.entitydb.handles), 16))
    blocks: dict[str, str] = {}
    for (name, owner), dimension in zip(pictures, sheet.dimensions, strict=True):
        blocks[name], following = entities_text(entities.picture(dimension), owner, following)
    doc.entitydb.handles.reset(f"{following:X}")
    return Content(model=text, blocks=blocks)


def set_extents(doc: Drawing, sheet: Sheet) -> None:
    """Tell how far the model space reaches."""
    west, south, east, north = sheet.bounds
    low = min([south, *(text.point[1] for text in sheet.labels)])
    space = doc.modelspace()
    space.reset_extents((west, low, 0.0), (east, north, 0.0))
    doc.header["$EXTMIN"] = (west, low, 0.0)
    doc.header["$EXTMAX"] = (east, north, 0.0)
    doc.set_modelspace_vport(height=1.05 * (north - low), center=((west + east) / 2.0, (low + north) / 2.0))


def save_text(doc: Drawing, content: Content, target: Path) -> None:
    """Write a document with the text of what is drawn. Classes are sorted, or their order would follow the hash seed."""
    doc.classes.add_required_classes(doc.dxfversion)
    doc.classes.classes = dict(sorted(doc.classes.classes.items()))
    empty = StringIO()
    doc.write(empty)
    before, section, after = empty.getvalue().partition(SECTION)
    before = _filled(before, content.blocks)
    with target.open("w", encoding=doc.output_encoding, errors="dxfreplace") as file:
        file.write(before + section + content.model + after)


def _filled(text: str, blocks: Mapping[str, str]) -> str:
    """Text of the sections before the entities, with what is in the blocks put before the end of each."""
    if not blocks:
        return text
    parts = text.split(END_OF_BLOCK)
    names = [part.rpartition(BLOCK)[2].partition(NAME)[2].partition("\n")[0] for part in parts]
    return (
        "".join(f"{part}{blocks.get(name, '')}{END_OF_BLOCK}" for part, name in zip(parts[:-1], names, strict=False))
        + parts[-1]
    )


def true_colour(rgb: tuple[int, int, int]) -> int:
    """Colour as the format writes it."""
    red, green, blue = rgb
    return red << 16 | green << 8 | blue


def known_weight(asked: int) -> int:
    """Nearest line weight that the format knows [1/100 mm]."""
    known: list[int] = sorted(weight for weight in ezdxf.lldxf.const.VALID_DXF_LINEWEIGHTS if weight >= 0)
    return min(known, key=lambda weight: abs(weight - asked))
