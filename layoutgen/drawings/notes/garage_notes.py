"""Garages 地下车库: their name and size along the outline, and arrows down their ramps with the grade."""

from itertools import pairwise
from math import hypot

import shapely
from shapely.geometry import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry

from layoutgen.drawings.captions import sides_of
from layoutgen.drawings.notes.along import NamePen
from layoutgen.drawings.sheet import Line, Text
from layoutgen.model.kinds import GroundKind, WayKind
from layoutgen.model.plan import Ground, Plan, tag, tag_number

FOOTPATHS = (WayKind.FOOTPATH,)
STRIP = 1.3  # depth of the strip inside the outline in which the name stands, in heights of the text
HEAD = 0.8  # length of an arrow's head, in heights of the text
INSET = 0.08  # of an arrow from the ends of its ramp, of its length
SIDE = 0.38  # of an arrow beside the middle, of the ramp's width


def garages(plan: Plan, pen: NamePen) -> list[Text]:
    """Name, levels and stalls of every garage, inside its outline along a side."""
    found: list[Text] = []
    for ground in plan.grounds:
        if ground.kind is GroundKind.GARAGE:
            words = _words(ground)
            strips = _strips(ground.outline, STRIP * pen.text_m)
            found += [name] if (name := next((one for strip in strips if (one := pen.name(strip, words))), None)) else []
    return found


def _words(ground: Ground) -> tuple[str, str]:
    levels, stalls = tag(ground.tags, "levels") or "1", tag(ground.tags, "stalls")
    whole = f"地下车库范围线（地下{levels}层" + (f"，{stalls}个车位）" if stalls else "）")
    return whole, f"地下车库（-{levels}F）"


def _strips(outline: Polygon, deep_m: float) -> list[Polygon]:
    """Strips inside the longer sides, the southern ones first."""
    coords = [(float(x), float(y)) for x, y in outline.exterior.coords]
    sides = [side for side in pairwise(coords) if hypot(side[1][0] - side[0][0], side[1][1] - side[0][1]) > 4.0 * deep_m]
    strips = [LineString(side).buffer(deep_m if outline.exterior.is_ccw else -deep_m, single_sided=True) for side in sides]
    return sorted((strip for strip in strips if isinstance(strip, Polygon)), key=lambda strip: (-strip.area, strip.centroid.y))


def ramps(plan: Plan, pen: NamePen) -> tuple[list[Line], list[Text]]:
    """An arrow that shows down every ramp, and what the ramp is."""
    roads = shapely.union_all([way.outline for way in plan.ways if way.kind not in FOOTPATHS])
    lines: list[Line] = []
    texts: list[Text] = []
    for ground in plan.grounds:
        if ground.kind is GroundKind.RAMP:
            lines.append(_arrow(ground.outline, roads, pen))
            grade = tag_number(ground.tags, "grade")
            whole = f"地库出入口 i={grade:.1%}" if grade else "地库出入口"
            texts += [name] if (name := pen.name(ground.outline, (whole, "地库出入口", "坡道"))) else []
    return lines, texts


def _arrow(ramp: Polygon, roads: BaseGeometry, pen: NamePen) -> Line:
    """Beside the ramp's middle, from the end at the road down."""
    ring = [(float(x), float(y)) for x, y in shapely.get_coordinates(ramp.minimum_rotated_rectangle)]
    long, short, _ = sides_of(ramp)
    a, b, c, d = ring[0], ring[1], ring[2], ring[3]
    ends = ((a, b), (d, c)) if hypot(b[0] - a[0], b[1] - a[1]) <= hypot(c[0] - b[0], c[1] - b[1]) else ((b, c), (a, d))
    middles = [((e[0][0] + e[1][0]) / 2.0, (e[0][1] + e[1][1]) / 2.0) for e in ends]
    mouth, foot = sorted(middles, key=lambda at: round(roads.distance(Point(at)), 3))
    along = (foot[0] - mouth[0]) / long, (foot[1] - mouth[1]) / long
    left = -along[1], along[0]
    off, head = SIDE * short, HEAD * pen.text_m

    def at(way: float, beside: float) -> tuple[float, float]:
        x = mouth[0] + along[0] * way + left[0] * (off + beside)
        y = mouth[1] + along[1] * way + left[1] * (off + beside)
        return round(x, 3), round(y, 3)

    tip = long * (1.0 - INSET)
    return Line(
        layer=pen.layer,
        id="",
        points=(at(long * INSET, 0.0), at(tip, 0.0), at(tip - head, head / 5.0), at(tip, 0.0), at(tip - head, -head / 5.0)),
    )
