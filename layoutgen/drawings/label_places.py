"""Where a label stands: inside its outline and, as far as possible, in no other outline of its layer."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import shapely
from shapely import STRtree
from shapely.geometry import LineString, Point, Polygon

from layoutgen.geometry.parts import largest

RECTANGLE = 5  # coordinates of a closed four-cornered ring
NEARLY = 0.99  # sides of a rectangle that count as equal
LOWERED = 0.68  # from the middle toward the side
LINE_SHARES = (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9)  # along a line: the middle first


def places_in(outlines: Sequence[Polygon]) -> tuple[Point, ...]:
    """One point a polygon."""
    if not outlines:
        return ()
    shapes = np.asarray(outlines, dtype=object)
    tree = STRtree(shapes)
    pairs = tree.query(shapes, predicate="intersects")
    pairs = pairs[:, pairs[0] != pairs[1]]
    pairs = pairs[:, ~shapely.touches(shapes[pairs[0]], shapes[pairs[1]])]
    others: dict[int, list[Polygon]] = {}
    for own, other in pairs.T.tolist():
        others.setdefault(own, []).append(outlines[other])
    return tuple(_place_in(outline, others.get(index, [])) for index, outline in enumerate(outlines))


def places_on(lines: Sequence[LineString]) -> tuple[Point, ...]:
    """One point a line, on it, as far as can be from the other lines of its layer."""
    if not lines:
        return ()
    shapes = np.asarray(lines, dtype=object)
    tree = STRtree(shapes)
    pairs = tree.query(shapes, predicate="intersects")
    others: dict[int, list[LineString]] = {}
    for own, other in pairs.T.tolist():
        if own != other:
            others.setdefault(own, []).append(lines[other])
    return tuple(_place_on(line, others.get(index, [])) for index, line in enumerate(lines))


def _place_in(outline: Polygon, others: list[Polygon]) -> Point:
    free = largest(outline.difference(shapely.union_all(others))) if others else outline
    ground = free if free is not None else outline
    if len(ground.exterior.coords) == RECTANGLE and not ground.interiors:
        below = _below_middle(ground)
        if ground.contains(below):
            return _rounded(below, outline)
    reach = shapely.maximum_inscribed_circle(ground, tolerance=max(ground.area, 1.0) ** 0.5 / 50.0)
    return _rounded(Point(reach.coords[0]) if not reach.is_empty else ground.representative_point(), outline)


def _below_middle(rectangle: Polygon) -> Point:
    """Between the middle and the lower of the longer sides: a painted name stands in the middle."""
    sides = [LineString(side) for side in pairwise(rectangle.exterior.coords)]
    longest = max(side.length for side in sides)
    low = min((side for side in sides if side.length > NEARLY * longest), key=lambda side: side.centroid.y)
    foot, middle = low.centroid, rectangle.centroid
    return Point(middle.x + LOWERED * (foot.x - middle.x), middle.y + LOWERED * (foot.y - middle.y))


def _rounded(place: Point, outline: Polygon) -> Point:
    """Millimetres suffice for a label, where the outline is wide enough."""
    rounded = Point(round(place.x, 3), round(place.y, 3))
    return rounded if outline.contains(rounded) else outline.representative_point() if not outline.contains(place) else place


def _place_on(line: LineString, others: list[LineString]) -> Point:
    if not others:
        return line.interpolate(LINE_SHARES[0], normalized=True)
    rest = shapely.union_all(others)
    places = [line.interpolate(share, normalized=True) for share in LINE_SHARES]
    return max(places, key=lambda place: round(rest.distance(place), 1))
