"""A sheet becomes a DXF file in its profile's version and encoding: metres, the same bytes for the same sheet."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path

import ezdxf
from ezdxf.document import Drawing

from layoutgen.drawings.asked_paint import as_asked
from layoutgen.drawings.dxf_entities import APPID, Entities, entities_text
from layoutgen.drawings.layers import Profile
from layoutgen.drawings.sheet import Sheet, used_layers
from layoutgen.drawings.staged import write_staged

CODE_PAGES = {"gbk": "ANSI_936"}
SECTION = "  2\nENTITIES\n"
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


def entities_of(doc: Drawing, sheet: Sheet) -> str:
    """Text of what is drawn in model space; its handles are taken from the document's."""
    rows = {row.code: row for row in sheet.profile.layers}
    looks = {row.code: (row.linetype, row.aci, known_weight(row.lineweight), true_colour(row.rgb)) for row in rows.values()}
    parts = Entities(rows=rows, style=sheet.profile.text_style, looks=looks).of(sheet)
    text, following = entities_text(parts, doc.modelspace().layout_key, int(str(doc.entitydb.handles), 16))
    doc.entitydb.handles.reset(f"{following:X}")
    return text


def set_extents(doc: Drawing, sheet: Sheet) -> None:
    """Tell how far the model space reaches."""
    west, south, east, north = sheet.bounds
    low = min([south, *(text.point[1] for text in sheet.labels)])
    space = doc.modelspace()
    space.reset_extents((west, low, 0.0), (east, north, 0.0))
    doc.header["$EXTMIN"] = (west, low, 0.0)
    doc.header["$EXTMAX"] = (east, north, 0.0)
    doc.set_modelspace_vport(height=1.05 * (north - low), center=((west + east) / 2.0, (low + north) / 2.0))


def save_text(doc: Drawing, entities: str, target: Path) -> None:
    """Write a document with the text of its model space. Classes are sorted, or their order would follow the hash seed."""
    doc.classes.add_required_classes(doc.dxfversion)
    doc.classes.classes = dict(sorted(doc.classes.classes.items()))
    empty = StringIO()
    doc.write(empty)
    before, section, after = empty.getvalue().partition(SECTION)
    with target.open("w", encoding=doc.output_encoding, errors="dxfreplace") as file:
        file.write(before + section + entities + after)


def true_colour(rgb: tuple[int, int, int]) -> int:
    """Colour as the format writes it."""
    red, green, blue = rgb
    return red << 16 | green << 8 | blue


def known_weight(asked: int) -> int:
    """Nearest line weight that the format knows [1/100 mm]."""
    known: list[int] = sorted(weight for weight in ezdxf.lldxf.const.VALID_DXF_LINEWEIGHTS if weight >= 0)
    return min(known, key=lambda weight: abs(weight - asked))
