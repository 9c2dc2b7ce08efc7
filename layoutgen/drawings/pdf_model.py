"""The drawing in model space as a coloured plan, seen through a view of a page of a PDF."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace

from layoutgen.drawings.arcs import flattened
from layoutgen.drawings.layers import Colour, Layer
from layoutgen.drawings.looks import (
    BLOCK_LINE,
    CASED,
    CROWN,
    CROWN_LIGHT,
    HALO,
    INK,
    LIGHT_AT,
    LIGHT_RADIUS,
    NOTES,
    RED_LINE,
    SHADOW,
    SHADOWED,
    Look,
    casing_of,
    painting_order,
    without_edge,
)
from layoutgen.drawings.note_shapes import NoteLayer, notes_by_layer
from layoutgen.drawings.pages import MM_PER_M, View
from layoutgen.drawings.paint_shapes import mark_outline, shadow_rings
from layoutgen.drawings.pdf_pen import PdfPen, Writing
from layoutgen.drawings.sheet import Points, Sheet, Text

STREETS = "way.street"  # footways and kerbs lie over the last of the public streets
LEAST_MM = 0.13  # the finest pen
TREE, TREE_SHADOW = "tree", "tree-shadow"
TREE_SHADOW_AT = (0.35, 0.35)  # as the shadows of buildings: to the north-east
GREY_FROM, GREY_SHARE = 255.0, 0.4  # a background keeps so much of its darkness
DASHES_MM = {  # of the line types of CAD
    "DASHED": (4.0, 2.0),
    "HIDDEN": (2.0, 1.0),
    "DOT": (0.4, 1.2),
    "CENTER": (8.0, 2.0, 2.0, 2.0),
    "DASHDOT": (6.0, 1.5, 0.5, 1.5),
    "DIVIDE": (6.0, 1.5, 0.5, 1.5, 0.5, 1.5),
    "PHANTOM": (12.0, 2.0, 1.5, 2.0, 1.5, 2.0),
}


def make_stamps(pen: PdfPen) -> None:
    """Give a document a tree and its shadow, with a radius of 1, before one is painted anywhere."""
    with pen.stamp(TREE, (-1.1, -1.1, 1.1, 1.1)):
        pen.circle((0.0, 0.0), 1.0, replace(CROWN, fill_opacity=1.0))
        pen.circle((LIGHT_AT, LIGHT_AT), LIGHT_RADIUS, replace(CROWN_LIGHT, fill_opacity=1.0))
    with pen.stamp(TREE_SHADOW, (-2.0, -2.0, 2.0, 2.0)):
        pen.circle(TREE_SHADOW_AT, 1.0, replace(SHADOW, fill_opacity=1.0))


def paint_view(pen: PdfPen, sheet: Sheet, view: View) -> None:
    """Paint what a view shows: the line weights of the profile on paper, whatever the scale."""
    with pen.window(view.at_mm, view.size_mm, MM_PER_M / view.scale):
        _Painter(pen, sheet, view).paint()


def stamp_views(pen: PdfPen, sheet: Sheet, views: Iterable[View]) -> dict[View, str]:
    """Make a stamp of every grey view that stands on several pages; its name by the view."""
    counts = Counter(view for view in views if view.muted)
    stamps = {view: f"view-{number}" for number, view in enumerate(view for view in counts if counts[view] > 1)}
    for view, name in stamps.items():
        (west, south), (width, height) = view.at_mm, view.size_mm
        with pen.stamp(name, (west, south, west + width, south + height)):
            paint_view(pen, sheet, view)
    return stamps


class _Painter:
    """Paints the layers of a drawing from the lowest to the highest, in metres from the window's corner."""

    def __init__(self, pen: PdfPen, sheet: Sheet, view: View) -> None:
        self.pen, self.sheet, self.view = pen, sheet, view
        self.profile = sheet.profile
        self.mm = view.scale / MM_PER_M  # a millimetre of paper [m]
        self.areas: dict[str, list[Points]] = defaultdict(list)
        self.lines: dict[str, list[Points]] = defaultdict(list)
        for outline in sheet.outlines:
            self.areas[outline.layer].append(outline.points)
        for mark in sheet.points:
            self.areas[mark.layer].append(mark_outline(mark, self.profile))
        for line in (*sheet.lines, *sheet.paint_lines):
            self.lines[line.layer].append(flattened(line.points, line.bulges))

    def paint(self) -> None:
        """Everything, in order."""
        is_shadow_due = True
        for layer in painting_order(self.profile):
            if layer.holds.startswith(SHADOWED) and is_shadow_due:
                is_shadow_due = False
                self._below_buildings()
            self._things(layer)
            if layer.holds == STREETS:
                self._fills("paint.footway")
                self._paint_lines("paint.kerb")
                self._casings()
        for holds, look in (("block", BLOCK_LINE), ("site", RED_LINE)):
            self._over_all(self.profile.holding(holds), look)
        self._captions()
        for note in notes_by_layer(self.sheet):
            if self._shows(note.layer):
                self._note(note)

    def _note(self, note: NoteLayer) -> None:
        """Fills, lines and texts of a layer of notes, in their colours on a background too."""
        for fill in note.fills:
            self._draw((fill.points, *fill.holes), Look(fill=note.layer.rgb))
        look = Look(
            stroke=note.layer.rgb, width=max(LEAST_MM, note.layer.lineweight / 100.0) * self.mm, dash=self._dashes(note.layer)
        )
        for points in note.lines:
            self._draw((points,), look, is_closed=False)
        for text in note.texts:
            self._say(text, note.layer.rgb)

    def _dashes(self, layer: Layer) -> tuple[float, ...]:
        return tuple(part * self.mm for part in DASHES_MM.get(layer.linetype, ()))

    def _shows(self, layer: Layer) -> bool:
        return layer.code not in self.view.hidden

    def _things(self, layer: Layer) -> None:
        look = self._on_paper(without_edge(layer, self.profile), layer)
        if not self._shows(layer):
            return
        for points in self.areas[layer.code]:
            self._draw((points,), look)
        for points in self.lines[layer.code]:
            self._draw((points,), look, is_closed=False)

    def _casings(self) -> None:
        for holds in CASED:
            layer = self.profile.holding(holds)
            if self._shows(layer):
                look = self._on_paper(casing_of(layer, self.profile), layer)
                self._draw(self.areas[layer.code], replace(look, width=2.0 * look.width))

    def _below_buildings(self) -> None:
        self._fills("paint.marking")
        if self.view.muted:
            return
        tree = self.profile.holding("paint.tree")
        if self._shows(tree):
            for stamp, look in ((TREE_SHADOW, SHADOW), (TREE, CROWN)):
                for one in self.sheet.trees:
                    self.pen.press(stamp, self._at(one.point), one.crown_m, look)
        for outline in self.sheet.outlines:
            if outline.height_m > 0.0 and self._shows(self.profile.coded(outline.layer)):
                self._draw(shadow_rings(outline, self.profile), SHADOW)

    def _fills(self, holds: str) -> None:
        layer = self.profile.holding(holds)
        rings = [hatch.points for hatch in self.sheet.hatches if hatch.layer == layer.code]
        if rings and self._shows(layer):
            self._draw(rings, Look(fill=self._toned(layer.rgb)))

    def _paint_lines(self, holds: str) -> None:
        layer = self.profile.holding(holds)
        if self._shows(layer):
            look = self._on_paper(Look(stroke=layer.rgb, dash=DASHES_MM.get(layer.linetype, ())), layer)
            for points in self.lines[layer.code]:
                self._draw((points,), look, is_closed=False)

    def _over_all(self, layer: Layer, look: Look) -> None:
        if self._shows(layer):
            for points in self.areas[layer.code]:
                self._draw((points,), self._on_paper(look, layer))

    def _captions(self) -> None:
        for text in self.sheet.captions:
            layer = self.profile.coded(text.layer)
            if self._shows(layer) and not layer.holds.startswith(NOTES):
                self._say(text, self._toned(INK))

    def _say(self, text: Text, rgb: Colour) -> None:
        writing = Writing(
            text=text.text,
            height=text.height_m,
            anchor="left" if text.is_left else "middle",
            turn_deg=text.turn_deg,
            rgb=rgb,
            halo=None if self.view.muted else HALO,
        )
        self.pen.say(self._at(text.point), writing)

    def _on_paper(self, look: Look, layer: Layer) -> Look:
        """Look with the layer's own weight, in metres of the drawing."""
        width = max(LEAST_MM, layer.lineweight / 100.0) * self.mm
        dash = tuple(part * self.mm for part in look.dash)
        return replace(
            look,
            fill=self._toned(look.fill) if look.fill else None,
            stroke=self._toned(look.stroke) if look.stroke else None,
            width=width,
            dash=dash,
            opacity=1.0 if self.view.muted else look.opacity,  # a background may be a stamp
        )

    def _toned(self, rgb: Colour) -> Colour:
        """Colour, or the light grey of a background."""
        if not self.view.muted:
            return rgb
        grey = round(GREY_FROM - (GREY_FROM - sum(rgb) / 3.0) * GREY_SHARE)
        return grey, grey, grey

    def _draw(self, rings: Iterable[Points], look: Look, *, is_closed: bool = True) -> None:
        if look.fill is not None or look.stroke is not None:
            self.pen.paint([[self._at(point) for point in ring] for ring in rings], look, is_closed=is_closed)

    def _at(self, point: tuple[float, float]) -> tuple[float, float]:
        return point[0] - self.view.window_m[0], point[1] - self.view.window_m[1]
