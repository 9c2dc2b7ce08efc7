"""A sheet becomes an SVG: a coloured plan with named layers, tooltips, legend, north arrow and scale bar."""

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import svgwrite
from svgwrite.base import BaseElement

from layoutgen.drawings.arcs import flattened
from layoutgen.drawings.layers import Layer
from layoutgen.drawings.looks import CASED, LIGHT_AT, LIGHT_RADIUS, NOTES, SHADOWED, painting_order
from layoutgen.drawings.note_shapes import NoteLayer, notes_by_layer
from layoutgen.drawings.paint_shapes import mark_outline, shadow_rings
from layoutgen.drawings.sheet import Line, Outline, PointMark, Points, Sheet, Text
from layoutgen.drawings.staged import write_staged
from layoutgen.drawings.svg_style import casing_class, css_class, css_colour, style_sheet
from layoutgen.sentence import printable

DECIMALS = 3
INKSCAPE = "http://www.inkscape.org/namespaces/inkscape"
MM_PER_M = 1.0  # 1:1000
CROWN = "crown"
UNSEEN = ("note.building_corner", "note.dimension", "note.road", "note.fire_lane")  # for setting out and for experts
STREETS = "way.street"  # footways and kerbs lie over the last of the public streets
TEXT_DROP = "0.36em"  # from a text's middle to its base line; every client knows it


def write_svg(sheet: Sheet, path: Path) -> None:
    """Write a sheet as SVG; 1 user unit = 1 m, y turned so that north is up.

    Raises
    ------
    InputError
        If the file cannot be written.
    """
    text = svg_text(sheet)
    write_staged(path, lambda target: _save(text, target))


def svg_text(sheet: Sheet) -> str:
    """Text of the SVG file."""
    drawing = _drawing(sheet)
    drawing.defs.add(drawing.style(style_sheet(sheet.profile)))
    return '<?xml version="1.0" encoding="utf-8"?>\n' + str(drawing.tostring()) + "\n"


def plan_svg(sheet: Sheet) -> str:
    """SVG element for a page that has `style_sheet` of the same profile in its head."""
    return str(_drawing(sheet).tostring())


def _save(text: str, target: Path) -> None:
    target.write_text(text, encoding="utf-8", newline="\n")


def _drawing(sheet: Sheet) -> svgwrite.Drawing:
    west, south, east, north = sheet.bounds
    width, height = east - west, north - south
    drawing = svgwrite.Drawing(size=(f"{width * MM_PER_M:.1f}mm", f"{height * MM_PER_M:.1f}mm"), debug=False)
    drawing.attribs["viewBox"] = f"{west:.3f} {-north:.3f} {width:.3f} {height:.3f}"
    drawing.attribs.update({"xmlns:inkscape": INKSCAPE, "lang": "zh-CN", "role": "img"})
    drawing.set_desc(title=printable(sheet.title))
    drawing.add(drawing.rect(insert=(round(west, 3), round(-north, 3)), size=(round(width, 3), round(height, 3)), fill="#fff"))
    for group in _layer_groups(drawing, sheet):
        drawing.add(group)
    drawing.add(_captions(drawing, sheet))
    for note in notes_by_layer(sheet):
        if note.layer.holds not in UNSEEN:
            drawing.add(_notes(drawing, note))
    drawing.add(_frame(drawing, sheet))
    return drawing


def _notes(drawing: svgwrite.Drawing, note: NoteLayer) -> BaseElement:
    """Lines of a layer of notes as one path, its fills and its texts."""
    layer = note.layer
    group = _group(drawing, layer.name, f"note {css_class(layer)}", ())
    if note.fills:
        rings = [ring for fill in note.fills for ring in (fill.points, *fill.holes)]
        group.add(drawing.path(d=_path(rings), class_="fill"))
    if note.lines:
        d = "".join("M" + "L".join(f"{x:g} {y:g}" for x, y in _flipped(line)) for line in note.lines)
        group.add(drawing.path(d=d))
    for text in note.texts:
        group.add(_text(drawing, text))
    return group


def _layer_groups(drawing: svgwrite.Drawing, sheet: Sheet) -> Iterable[BaseElement]:
    by_layer: dict[str, list[BaseElement]] = defaultdict(list)
    for outline in sheet.outlines:
        by_layer[outline.layer].append(_polygon(drawing, outline))
    for line in sheet.lines:
        by_layer[line.layer].append(_named(drawing.polyline(_flipped(line.points)), line))
    for mark in sheet.points:
        by_layer[mark.layer].append(_mark(drawing, mark, sheet))
    is_shadow_due = True
    for layer in painting_order(sheet.profile):
        if layer.holds.startswith(SHADOWED) and is_shadow_due:
            is_shadow_due = False
            yield _fills(drawing, sheet, "paint.marking")
            yield _trees(drawing, sheet)
            yield _shadows(drawing, sheet)
        if by_layer[layer.code]:
            yield _group(drawing, layer.name, css_class(layer), by_layer[layer.code])
        if layer.holds == STREETS:
            yield _fills(drawing, sheet, "paint.footway")
            yield _kerbs(drawing, sheet)
            yield _casings(drawing, sheet)
    yield _red_line(drawing, sheet)


def _group(drawing: svgwrite.Drawing, name: str, css: str, elements: Iterable[BaseElement]) -> BaseElement:
    group = drawing.g(id=name, class_=css)
    group.attribs.update({"inkscape:groupmode": "layer", "inkscape:label": name})
    for element in elements:
        group.add(element)
    return group


def _polygon(drawing: svgwrite.Drawing, outline: Outline) -> BaseElement:
    return _named(drawing.polygon(_flipped(outline.points)), outline)


def _shadows(drawing: svgwrite.Drawing, sheet: Sheet) -> BaseElement:
    group = _group(drawing, "shadow-阴影", "shadow", ())
    for outline in sheet.outlines:
        if outline.height_m > 0.0:
            group.add(drawing.path(d=_path(shadow_rings(outline, sheet.profile))))
    return group


def _path(rings: Iterable[Points]) -> str:
    return "".join("M" + "L".join(f"{x:g} {y:g}" for x, y in _flipped(ring)) + "Z" for ring in rings)


def _red_line(drawing: svgwrite.Drawing, sheet: Sheet) -> BaseElement:
    """Boundary and blocks once more, over everything: their fills lie lowest."""
    group = _group(drawing, "lines-红线", "", ())
    for holds, css in (("block", "block"), ("site", "redline")):
        code = sheet.profile.holding(holds).code
        for outline in sheet.outlines:
            if outline.layer == code:
                ring = drawing.polygon(_flipped(outline.points), class_=css)
                ring.attribs["pointer-events"] = "none"
                group.add(ring)
    return group


def _mark(drawing: svgwrite.Drawing, mark: PointMark, sheet: Sheet) -> BaseElement:
    return _named(drawing.polygon(_flipped(mark_outline(mark, sheet.profile))), mark)


def _fills(drawing: svgwrite.Drawing, sheet: Sheet, holds: str) -> BaseElement:
    """Painted bars or footways of the roads, as one path."""
    layer = sheet.profile.holding(holds)
    group = _group(drawing, layer.name, "marking", ())
    rings = [hatch.points for hatch in sheet.hatches if hatch.layer == layer.code]
    if rings:
        group.add(drawing.path(d=_path(rings), fill=css_colour(layer.rgb)))
    return group


def _kerbs(drawing: svgwrite.Drawing, sheet: Sheet) -> BaseElement:
    """Edges of the public carriageways."""
    layer = sheet.profile.holding("paint.kerb")
    drawn = [
        drawing.polyline(_flipped(flattened(line.points, line.bulges)))
        for line in sheet.paint_lines
        if line.layer == layer.code
    ]
    return _group(drawing, layer.name, "kerbs", drawn)


def _casings(drawing: svgwrite.Drawing, sheet: Sheet) -> BaseElement:
    """Edges of the blocks' ways, a path a layer."""
    group = _group(drawing, "edges-路缘", "marking", ())
    for holds in CASED:
        layer = sheet.profile.holding(holds)
        rings = [outline.points for outline in sheet.outlines if outline.layer == layer.code]
        if rings:
            group.add(drawing.path(d=_path(rings), class_=casing_class(layer)))
    return group


def _trees(drawing: svgwrite.Drawing, sheet: Sheet) -> BaseElement:
    """One crown, used at every size."""
    layer = sheet.profile.holding("paint.tree")
    crown = drawing.g(id=CROWN)
    crown.add(drawing.circle((0, 0), 1.0))
    crown.add(drawing.circle((LIGHT_AT, -LIGHT_AT), LIGHT_RADIUS, class_="light"))
    drawing.defs.add(crown)
    group = _group(drawing, layer.name, "trees", ())
    for tree in sheet.trees:
        x, y = _flip(tree.point)
        use = drawing.use(f"#{CROWN}")
        use.attribs["transform"] = f"translate({x:g} {y:g}) scale({tree.crown_m:g})"
        group.add(use)
    return group


def _captions(drawing: svgwrite.Drawing, sheet: Sheet) -> BaseElement:
    layer, frame = (sheet.profile.holding(holds) for holds in ("paint.text", "paint.frame"))
    others = {frame.code, *(one.code for one in sheet.profile.layers if one.holds.startswith(NOTES))}
    return _group(drawing, layer.name, "caption", [_text(drawing, text) for text in sheet.captions if text.layer not in others])


def _frame(drawing: svgwrite.Drawing, sheet: Sheet) -> BaseElement:
    layer = sheet.profile.holding("paint.frame")
    group = _group(drawing, layer.name, "frame", ())
    for hatch in sheet.hatches:
        if hatch.layer == layer.code:
            group.add(drawing.polygon(_flipped(hatch.points), fill=css_colour(hatch.rgb)))
    for line in sheet.paint_lines:
        if line.layer == layer.code:
            group.add(_frame_line(drawing, line, sheet))
    for text in sheet.captions:
        if text.layer == layer.code:
            group.add(_text(drawing, text))
    return group


def _frame_line(drawing: svgwrite.Drawing, line: Line, sheet: Sheet) -> BaseElement:
    element = drawing.polyline(_flipped(line.points))
    look: Layer | None = sheet.profile.coded(line.look) if line.look else None
    element.attribs["class"] = "plain"
    if look is not None and look.holds not in sheet.profile.fill_by_holds:
        element.attribs["class"] = css_class(look)
    elif look is not None and look.holds in ("site", "block"):
        element.attribs["class"] = "redline" if look.holds == "site" else "block"
    return element


def _text(drawing: svgwrite.Drawing, text: Text) -> BaseElement:
    x, y = _flip(text.point)
    element = drawing.text(printable(text.text), insert=(x, y), dy=[TEXT_DROP], font_size=text.height_m)
    if text.turn_deg:
        element.attribs["transform"] = f"rotate({-text.turn_deg:g} {x:g} {y:g})"
    if text.is_left:
        element.attribs["class"] = "left"
    return element


def _named(element: BaseElement, thing: Outline | Line | PointMark) -> BaseElement:
    """Element with its tooltip and the id of what it draws; a way's outline and centre line have the same."""
    element.attribs["data-id"] = printable(thing.id)
    element.set_desc(title=printable(thing.title))
    return element


def _flipped(points: Points) -> list[tuple[float, float]]:
    return [_flip(point) for point in points]


def _flip(point: tuple[float, float]) -> tuple[float, float]:
    return round(point[0], DECIMALS), round(-point[1], DECIMALS) + 0.0
