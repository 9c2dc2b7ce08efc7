"""A book becomes a DXF file: the drawing in model space, every page a layout with viewports on it."""

from collections.abc import Mapping
from pathlib import Path

from ezdxf.document import Drawing
from ezdxf.layouts import Paperspace

from layoutgen.drawings.dxf_entities import entities_text
from layoutgen.drawings.dxf_paper import PaperEntities, dash_name
from layoutgen.drawings.layers import Profile
from layoutgen.drawings.looks import NOTES
from layoutgen.drawings.pages import Book, Page, View
from layoutgen.drawings.staged import write_staged
from layoutgen.drawings.write_dxf import (
    SECTION,
    entities_of,
    fixed_metadata,
    new_document,
    save_text,
    set_extents,
)

BOLD_STYLE, BOLD_FONT, BOLD_FAMILY = "SP-HZ-BOLD", "simhei.ttf", "SimHei"
FILLS = ("paint.hatch", "paint.footway", "paint.marking")
GREY_INDEX, GREY = 9, (176, 176, 176)  # of a muted view
FIRST = "Layout1"  # the layout that a new document has
BLOCK, NAME, END_OF_BLOCK, END_OF_SECTION = "  0\nBLOCK\n", "\n  2\n", "  0\nENDBLK\n", "  0\nENDSEC\n"
ACTIVE = "*Paper_Space"  # the block of the layout whose entities stand in the entities' section
UNUSABLE = frozenset('<>/\\":;?*|=`,')  # in the name of a layout


def write_sheet_dxf(book: Book, path: Path) -> None:
    """Write a book as one DXF file, a layout a page, 1 paper unit = 1 mm.

    Raises
    ------
    InputError
        If the file cannot be written.
    """
    with fixed_metadata():
        doc = new_document(book.sheet.profile)
        doc.header["$PSLTSCALE"] = 1
        doc.styles.add(BOLD_STYLE, font=BOLD_FONT).set_extended_font_data(BOLD_FAMILY)
        _linetypes(doc, book)
        for number, page in enumerate(book.pages):
            views = _Views(doc, book.sheet.profile, _layout(doc, page, number))
            for view in page.views:
                views.add(view)
        set_extents(doc, book.sheet)
        write_staged(path, lambda target: _save(doc, book, target))


def _layout(doc: Drawing, page: Page, number: int) -> Paperspace:
    name = "".join("-" if char in UNUSABLE else char for char in page.title)
    if number == 0:
        doc.layouts.rename(FIRST, name)
        layout = doc.paperspace(name)
    else:
        layout = doc.layouts.new(name)
    layout.page_setup(size=page.size_mm, margins=(0, 0, 0, 0), units="mm")
    return layout


class _Views:
    """Cuts windows into a layout."""

    def __init__(self, doc: Drawing, profile: Profile, layout: Paperspace) -> None:
        self.doc, self.profile, self.layout = doc, profile, layout

    def add(self, view: View) -> None:
        """Show a window on the drawing."""
        west, south, east, north = view.window_m
        width, height = view.size_mm
        viewport = self.layout.add_viewport(
            center=(view.at_mm[0] + width / 2.0, view.at_mm[1] + height / 2.0),
            size=(width, height),
            view_center_point=((west + east) / 2.0, (south + north) / 2.0),
            view_height=north - south,
            dxfattribs={"layer": self.profile.holding("paint.viewport").name},
        )
        hidden = view.hidden | {code for code in self._fills() if view.muted}
        viewport.frozen_layers = sorted(self.profile.coded(code).name for code in hidden)
        if view.muted:
            self._mute(viewport.dxf.handle, view)

    def _fills(self) -> set[str]:
        """Codes of the layers whose colours are not their layer's: a grey background goes without them."""
        return {layer.code for layer in self.profile.layers if layer.holds in FILLS}

    def _mute(self, viewport: str, view: View) -> None:
        """Show every layer grey in one viewport, but for the notes."""
        for row in self.profile.layers:
            if row.code not in view.hidden and not row.holds.startswith(NOTES):
                layer = self.doc.layers.get(row.name)
                overrides = layer.get_vp_overrides()
                overrides.set_color(viewport, GREY_INDEX)
                overrides.set_rgb(viewport, GREY)
                overrides.commit()


def _linetypes(doc: Drawing, book: Book) -> None:
    """One line type for every kind of dashes on the pages."""
    for dash_mm in sorted({line.dash_mm for page in book.pages for line in page.lines if line.dash_mm}):
        parts = [part if place % 2 == 0 else -part for place, part in enumerate(dash_mm)]
        doc.linetypes.add(dash_name(dash_mm), pattern=[sum(dash_mm), *parts])


def _save(doc: Drawing, book: Book, target: Path) -> None:
    """Write a document, then put what is painted on the pages at the end of their layouts."""
    model = entities_of(doc, book.sheet)
    painted: dict[str, str] = {}
    profile = book.sheet.profile
    entities = PaperEntities(
        layer=profile.holding("paint.page").name,
        text_layer=profile.holding("paint.text").name,
        style=profile.text_style,
        bold_style=BOLD_STYLE,
        encoding=profile.encoding,
        linetype_scale=profile.size("linetype_scale"),
    )
    following = int(str(doc.entitydb.handles), 16)
    for page, name in zip(book.pages, doc.layout_names_in_taborder()[1:], strict=True):
        layout = doc.paperspace(name)
        painted[layout.block_record_name], following = entities_text(entities.of(page), layout.layout_key, following)
    doc.entitydb.handles.reset(f"{following:X}")
    save_text(doc, model, target)
    text = _with_pages(target.read_text(encoding=doc.output_encoding), painted)
    with target.open("w", encoding=doc.output_encoding) as file:
        file.write(text)


def _with_pages(text: str, painted: Mapping[str, str]) -> str:
    """Text of a file with the paint of every layout: the first stands among the entities, the others in blocks of their own."""
    before, section, after = text.partition(SECTION)
    blocks = before.split(END_OF_BLOCK)
    names = [block.rpartition(BLOCK)[2].partition(NAME)[2].partition("\n")[0] for block in blocks[:-1]]
    filled = [block + (painted.get(name, "") if name != ACTIVE else "") for block, name in zip(blocks[:-1], names, strict=True)]
    entities, end, rest = after.partition(END_OF_SECTION)
    return END_OF_BLOCK.join([*filled, blocks[-1]]) + section + entities + painted[ACTIVE] + end + rest
