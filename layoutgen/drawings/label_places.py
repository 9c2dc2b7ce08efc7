"""Where a label stands: inside its outline and, as far as possible, in no other outline of its layer."""

from collections.abc import Sequence

import numpy as np
import shapely
from shapely import STRtree
from shapely.geometry import LineString, Point, Polygon

from layoutgen.geometry.parts import largest

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
    if len(ground.exterior.coords) == 5 and not ground.interiors and ground.contains(ground.centroid):
        return _rounded(ground.centroid, outline)
    reach = shapely.maximum_inscribed_circle(ground, tolerance=max(ground.area, 1.0) ** 0.5 / 50.0)
    return _rounded(Point(reach.coords[0]) if not reach.is_empty else ground.representative_point(), outline)


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
