"""Notes on roads: widths between kerbs and between red lines, and the radii of kerbs."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import cos, hypot, sin

from layoutgen.drawings.arcs import Arc, arcs_of
from layoutgen.drawings.notes.dimension_pen import DimensionPen
from layoutgen.drawings.notes.room import LEAD, Box
from layoutgen.drawings.sheet import Dimension, Line, Text
from layoutgen.model.kinds import WayKind
from layoutgen.model.plan import Plan, Way

PUBLIC = (WayKind.CITY_ROAD, WayKind.STREET)
DRIVEN = (*PUBLIC, WayKind.ATTACHED, WayKind.MAIN, WayKind.ACCESS)
SHARES = (0.5, 0.35, 0.65, 0.2, 0.8)  # along the longest straight part of a road
LONG_M = 20.0  # a shorter straight part is not told of
APART = 3.0  # between a public road's two dimensions, in heights of the text
RADIUS_LEAST_M = 3.0
SWEEP_LEAST = 1.0  # angle of an arc that is told of [rad]
RADII_APART_M = 1.0  # arcs whose circles lie nearer are one
TURNS = (0.0, 0.6, -0.6, 1.2, -1.2)  # of the way from an arc to its text [rad]
NEAR = (0.8, 1.8)  # between an arc and its text, in heights of it
WIDE = 0.6  # width of a letter, of its height

Place = tuple[float, float]


def road_widths(plan: Plan, pen: DimensionPen) -> Iterator[Dimension]:
    """Widths across every road, at its longest straight part; of a public one carriageway and red lines."""
    for way in plan.ways:
        if way.kind not in DRIVEN:
            continue
        start, end = _longest(way)
        long = hypot(end[0] - start[0], end[1] - start[1])
        if long >= LONG_M:
            along = (end[0] - start[0]) / long, (end[1] - start[1]) / long
            for share in SHARES:
                place = start[0] + along[0] * share * long, start[1] + along[1] * share * long
                told = _public(way, place, along, pen) if way.kind in PUBLIC else _plain(way, place, along, pen)
                if told:
                    yield from told
                    break


def _plain(way: Way, place: Place, along: Place, pen: DimensionPen) -> list[Dimension]:
    half = way.carriageway_m / 2.0
    found = pen.place(pen.either(*_across(place, along, -half, half)))
    return [found] if found else []


def _public(way: Way, place: Place, along: Place, pen: DimensionPen) -> list[Dimension]:
    """Return the width between the red lines, and beside it that of the carriageway."""
    driven, whole = way.carriageway_m / 2.0, way.carriageway_m / 2.0 + way.footway_m
    first = pen.place(pen.either(*_across(place, along, -whole, whole)))
    if first is None:
        return []
    beside = place[0] + along[0] * APART * pen.text_m, place[1] + along[1] * APART * pen.text_m
    second = pen.place(pen.either(*_across(beside, along, -driven, driven))) if way.footway_m else None
    return [first, second] if second else [first]


def _across(place: Place, along: Place, low: float, high: float) -> tuple[Place, Place]:
    left = -along[1], along[0]
    return (place[0] + left[0] * low, place[1] + left[1] * low), (place[0] + left[0] * high, place[1] + left[1] * high)


def _longest(way: Way) -> tuple[Place, Place]:
    """Longest straight part of a centre line; corners on it do not part it."""
    coords = [(float(x), float(y)) for x, y in way.centre.simplify(0.01).coords]
    return max(pairwise(coords), key=lambda pair: hypot(pair[1][0] - pair[0][0], pair[1][1] - pair[0][1]))


def kerb_radii(kerbs: Sequence[Line], layer: str, pen: DimensionPen) -> tuple[list[Line], list[Text]]:
    """Radius of every kerb's arc, told on either side of it where there is room."""
    lines: list[Line] = []
    texts: list[Text] = []
    told: list[Place] = []
    for arc in (arc for kerb in kerbs for arc in arcs_of(kerb.points, kerb.bulges)):
        is_told = any(hypot(arc.middle[0] - x, arc.middle[1] - y) < RADII_APART_M for x, y in told)
        if arc.radius_m < RADIUS_LEAST_M or abs(arc.sweep) < SWEEP_LEAST or is_told:
            continue
        words = f"R={arc.radius_m:.1f}"
        tip, boxes = _leads(arc, len(words) * WIDE * pen.text_m, pen.text_m)
        boxes = [box for box in boxes if not pen.room.is_crossed((tip, _edge_of(box, tip)))]
        best = pen.room.best(boxes)
        if best is None:
            continue
        pen.room.take(boxes[best])
        pen.room.take_line((tip, _edge_of(boxes[best], tip)), LEAD)
        told.append(arc.middle)
        lines.append(Line(layer=layer, id="", points=(_rounded(tip), _rounded(_edge_of(boxes[best], tip)))))
        texts.append(Text(layer=layer, id="", point=_rounded(boxes[best].middle), text=words, height_m=pen.text_m))
    return lines, texts


def _leads(arc: Arc, wide: float, high: float) -> tuple[Place, list[Box]]:
    """Middle of an arc, and the ground of a text on the inner side and on the outer, and round about."""
    ways = [(place[0] - arc.middle[0], place[1] - arc.middle[1]) for place in (arc.start, arc.end)]
    x, y = ways[0][0] + ways[1][0], ways[0][1] + ways[1][1]
    long = hypot(x, y) or 1.0
    out = x / long, y / long
    tip = arc.middle[0] + out[0] * arc.radius_m, arc.middle[1] + out[1] * arc.radius_m
    boxes = []
    for turn in TURNS:
        way = out[0] * cos(turn) - out[1] * sin(turn), out[0] * sin(turn) + out[1] * cos(turn)
        half = abs(way[0]) * wide / 2.0 + abs(way[1]) * high / 2.0
        for off in (*(-(half + reach * high) for reach in NEAR), half + NEAR[0] * high):
            boxes.append(Box(middle=(tip[0] + way[0] * off, tip[1] + way[1] * off), width=wide, height=high))
    return tip, boxes


def _edge_of(box: Box, place: Place) -> Place:
    """Where the way from the middle of an upright box to a place leaves it."""
    x, y = place[0] - box.middle[0], place[1] - box.middle[1]
    share = min(box.width / 2.0 / max(abs(x), 1e-9), box.height / 2.0 / max(abs(y), 1e-9), 1.0)
    return box.middle[0] + x * share, box.middle[1] + y * share


def _rounded(place: Place) -> Place:
    return round(place[0], 3), round(place[1], 3)
