"""A book becomes a DXF file: the drawing in model space, every page a layout with viewports on it."""

from pathlib import Path

from ezdxf.document import Drawing
from ezdxf.enums import TextEntityAlignment
from ezdxf.layouts import Paperspace

from layoutgen.drawings.encodings import legible
from layoutgen.drawings.layers import Profile
from layoutgen.drawings.pages import BLACK, Book, Page, PaperFill, PaperLine, PaperText, View
from layoutgen.drawings.staged import write_staged
from layoutgen.drawings.write_dxf import (
    entities_of,
    fixed_metadata,
    new_document,
    save_text,
    set_extents,
    true_colour,
)

ALIGNMENTS = {
    "left": TextEntityAlignment.MIDDLE_LEFT,
    "middle": TextEntityAlignment.MIDDLE_CENTER,
    "right": TextEntityAlignment.MIDDLE_RIGHT,
}
BOLD_STYLE, BOLD_FONT, BOLD_FAMILY = "SP-HZ-BOLD", "simhei.ttf", "SimHei"
FILLS = ("paint.hatch", "paint.footway", "paint.marking")
GREY_INDEX, GREY = 9, (176, 176, 176)  # of a muted view
FIRST = "Layout1"  # the layout that a new document has
NARROWED = 0.68  # width factor: a Chinese character, whose box is higher than the text's height, is then as wide as that
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
        for number, page in enumerate(book.pages):
            _Layout(doc, book.sheet.profile, _layout(doc, page, number)).paint(page)
        entities = entities_of(doc, book.sheet)
        set_extents(doc, book.sheet)
        write_staged(path, lambda target: save_text(doc, entities, target))


def _layout(doc: Drawing, page: Page, number: int) -> Paperspace:
    name = "".join("-" if char in UNUSABLE else char for char in page.title)
    if number == 0:
        doc.layouts.rename(FIRST, name)
        layout = doc.paperspace(name)
    else:
        layout = doc.layouts.new(name)
    layout.page_setup(size=page.size_mm, margins=(0, 0, 0, 0), units="mm")
    return layout


class _Layout:
    """Paints a page on its layout."""

    def __init__(self, doc: Drawing, profile: Profile, layout: Paperspace) -> None:
        self.doc, self.profile, self.layout = doc, profile, layout
        self.attribs = {"layer": profile.holding("paint.page").name}

    def paint(self, page: Page) -> None:
        """Everything on a page, in the order painted."""
        for view in page.views:
            self._view(view)
        for fill in page.fills:
            self._fill(fill)
        for line in page.lines:
            self._line(line)
        for text in page.texts:
            self._text(text)

    def _view(self, view: View) -> None:
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
        """Show every layer grey in one viewport."""
        for row in self.profile.layers:
            if row.code not in view.hidden:
                layer = self.doc.layers.get(row.name)
                overrides = layer.get_vp_overrides()
                overrides.set_color(viewport, GREY_INDEX)
                overrides.set_rgb(viewport, GREY)
                overrides.commit()

    def _fill(self, fill: PaperFill) -> None:
        hatch = self.layout.add_hatch(dxfattribs={**self.attribs, "true_color": true_colour(fill.rgb)})
        hatch.paths.add_polyline_path(fill.points_mm, is_closed=True, flags=1)
        for hole in fill.holes_mm:
            hatch.paths.add_polyline_path(hole, is_closed=True, flags=16)

    def _line(self, line: PaperLine) -> None:
        attribs: dict[str, object] = {**self.attribs, "lineweight": round(line.width_mm * 100.0)}
        if line.rgb != BLACK:
            attribs["true_color"] = true_colour(line.rgb)
        if line.dash_mm:
            attribs["linetype"] = self._linetype(line.dash_mm)
            attribs["ltscale"] = 1.0 / float(self.doc.header["$LTSCALE"])
        self.layout.add_lwpolyline(line.points_mm, close=line.is_closed, dxfattribs=attribs)

    def _linetype(self, dash_mm: tuple[float, ...]) -> str:
        name = "SP-DASH-" + "-".join(f"{part:g}".replace(".", "_") for part in dash_mm)
        if name not in self.doc.linetypes:
            parts = [part if place % 2 == 0 else -part for place, part in enumerate(dash_mm)]
            self.doc.linetypes.add(name, pattern=[sum(dash_mm), *parts])
        return name

    def _text(self, text: PaperText) -> None:
        style = BOLD_STYLE if text.is_bold else self.profile.text_style
        attribs = {
            "layer": self.profile.holding("paint.text").name,
            "style": style,
            "rotation": text.turn_deg,
            "width": NARROWED,
        }
        entity = self.layout.add_text(
            _plain(legible(text.text, self.profile.encoding)), height=text.height_mm, dxfattribs=attribs
        )
        entity.set_placement(text.at_mm, align=ALIGNMENTS[text.anchor])


def _plain(text: str) -> str:
    """Text without what a CAD program reads as a code: %%d is a degree, ^I a tab."""
    return text.replace("%%", "% %").replace("^", "^ ").replace("\\U+", "\\U +").replace("\\M+", "\\M +")
