"""Results of overlays, re-entered as plain polygons and lines: sorted, on the drawing's grid, never empty."""

from typing import TypeVar

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.tolerance import GRID_M

LINE, RING = int(shapely.GeometryType.LINESTRING), int(shapely.GeometryType.LINEARRING)
POLYGON = int(shapely.GeometryType.POLYGON)  # the type of a collection has a higher number

Part = TypeVar("Part", LineString, Polygon)


def polygons(shape: BaseGeometry, least_area_m2: float = 0.0) -> tuple[Polygon, ...]:
    """Polygons of any overlay result, largest first; parts of no more than ``least_area_m2`` are left out."""
    parts = _parts_of(shape, POLYGON, POLYGON)
    areas = shapely.area(parts)
    is_kept = areas > least_area_m2
    return _ordered(parts[is_kept], areas[is_kept])


def lines(shape: BaseGeometry, least_length_m: float = 0.0) -> tuple[LineString, ...]:
    """Line strings of any overlay result, longest first."""
    parts = _parts_of(shape, LINE, RING)
    lengths = shapely.length(parts)
    is_kept = lengths > least_length_m
    return _ordered(parts[is_kept], lengths[is_kept])


def clipped(shape: BaseGeometry, west: float, south: float, east: float, north: float) -> BaseGeometry:
    """The part of a shape inside an upright rectangle.

    The quick clip gives up on rings whose corners lie on the rectangle but for rounding; those are cut by the exact overlay.
    """
    try:
        return shapely.clip_by_rect(shape, west, south, east, north)
    except shapely.GEOSException:
        return shapely.intersection(shape, shapely.box(west, south, east, north))


def _parts_of(shape: BaseGeometry, first: int, last: int) -> NDArray[np.object_]:
    """Parts of a shape whose type lies in a range; collections within collections are taken apart."""
    parts: NDArray[np.object_] = shapely.get_parts(shape)
    types = shapely.get_type_id(parts)
    while (types > POLYGON).any():
        parts = shapely.get_parts(parts)
        types = shapely.get_type_id(parts)
    return parts[(types >= first) & (types <= last)]


def _ordered(parts: NDArray[np.object_], sizes: NDArray[np.float64]) -> tuple[Part, ...]:
    """Parts by size, the largest first, equals from the south-west on."""
    if len(parts) < 2:
        return tuple(parts)
    west, south, east, north = shapely.bounds(parts).T
    return tuple(parts[np.lexsort((north, east, south, west, -sizes))])


def largest(shape: BaseGeometry) -> Polygon | None:
    """Return the largest polygon of an overlay result, or None where there is none."""
    found = polygons(shape)
    return found[0] if found else None


def snap_polygon(shape: Polygon) -> Polygon:
    """Outer ring on the 1 mm grid in its normal form: counter-clockwise, least vertex first, no repeated vertex.

    Where the grid would make a ring touch itself, corners are left out, as far as it stays within half the grid of itself.

    Raises
    ------
    ValueError
        If the snapped ring is no valid polygon, or the polygon has a hole.
    """
    if shape.interiors:
        raise ValueError("a legal outline has no hole")
    snapped = _on_grid(shapely.get_coordinates(shape))
    if not snapped.is_valid:
        snapped = _on_grid(shapely.get_coordinates(shapely.simplify(shape.exterior, GRID_M / 2.0, preserve_topology=False)))
    if not snapped.is_valid or snapped.area <= 0.0:
        raise ValueError(f"an outline is not valid on the grid: {shapely.is_valid_reason(snapped)}")
    return snapped


def _on_grid(points: NDArray[np.float64]) -> Polygon:
    whole = np.round(points, 3) + 0.0
    ring = whole[1:][(whole[1:] != whole[:-1]).any(axis=1)]
    if len(ring) < 3:
        raise ValueError("an outline collapses on the grid")
    if not shapely.is_ccw(shapely.linearrings(ring)):
        ring = ring[::-1]
    start = int(np.lexsort((ring[:, 1], ring[:, 0]))[0])
    return Polygon(np.concatenate([ring[start:], ring[:start]]))


def snap_to_grid(shape: Polygon, least_area_m2: float = 0.05) -> tuple[Polygon, ...]:
    """Snap by the overlay engine, so that a ring which would touch itself falls apart into valid parts."""
    snapped = shapely.set_precision(shape, GRID_M)
    return tuple(snap_polygon(Polygon(p.exterior)) for p in polygons(snapped, least_area_m2))


def snap_line(line: LineString) -> LineString:
    """Line on the 1 mm grid without repeated vertices; its direction is kept."""
    points = np.round(shapely.get_coordinates(line), 3) + 0.0
    keep = np.ones(len(points), dtype=bool)
    keep[1:] = (points[1:] != points[:-1]).any(axis=1)
    points = points[keep]
    if len(points) < 2:
        raise ValueError("a line collapses on the grid")
    return LineString(points)


def snap_point(point: Point) -> Point:
    """Point on the 1 mm grid."""
    return Point(round(point.x, 3) + 0.0, round(point.y, 3) + 0.0)


def without_holes(shape: Polygon, least_area_m2: float = 0.5) -> tuple[Polygon, ...]:
    """Cut a polygon with holes by lines through its holes, until no part has one; parts under the least area go."""
    if not shape.interiors:
        return (shape,) if shape.area > least_area_m2 else ()
    hole = Polygon(shape.interiors[0])
    x = float(hole.representative_point().x)
    low, high = shape.bounds[1] - 1.0, shape.bounds[3] + 1.0
    left = shapely.box(shape.bounds[0] - 1.0, low, x, high)
    right = shapely.box(x, low, shape.bounds[2] + 1.0, high)
    halves = [p for side in (left, right) for p in polygons(shapely.intersection(shape, side, grid_size=GRID_M), least_area_m2)]
    return tuple(part for half in halves for part in without_holes(half, least_area_m2))
