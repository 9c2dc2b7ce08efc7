"""Results of overlays, re-entered as plain polygons and lines: sorted, on the drawing's grid, never empty."""

import numpy as np
import shapely
from shapely.geometry import LineString, MultiLineString, Point, Polygon
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.tolerance import GRID_M


def polygons(shape: BaseGeometry, least_area_m2: float = 0.0) -> tuple[Polygon, ...]:
    """Polygons of any overlay result, largest first; parts of no more than ``least_area_m2`` are left out."""
    found = [g for g in shapely.get_parts(shape, return_index=False) if isinstance(g, Polygon)]
    nested = [p for g in shapely.get_parts(shape) if not isinstance(g, Polygon) and hasattr(g, "geoms") for p in polygons(g)]
    kept = [p for p in (*found, *nested) if not p.is_empty and p.area > least_area_m2]
    return tuple(sorted(kept, key=lambda p: (-p.area, p.bounds)))


def lines(shape: BaseGeometry, least_length_m: float = 0.0) -> tuple[LineString, ...]:
    """Line strings of any overlay result, longest first."""
    found: list[LineString] = []
    for part in shapely.get_parts(shape):
        if isinstance(part, LineString):
            found.append(part)
        elif isinstance(part, MultiLineString):
            found.extend(lines(part))
    kept = [line for line in found if not line.is_empty and line.length > least_length_m]
    return tuple(sorted(kept, key=lambda line: (-line.length, line.bounds)))


def largest(shape: BaseGeometry) -> Polygon | None:
    """Return the largest polygon of an overlay result, or None where there is none."""
    found = polygons(shape)
    return found[0] if found else None


def snap_polygon(shape: Polygon) -> Polygon:
    """Outer ring on the 1 mm grid in its normal form: counter-clockwise, least vertex first, no repeated vertex.

    Raises
    ------
    ValueError
        If the snapped ring is no valid polygon, or the polygon has a hole.
    """
    if shape.interiors:
        raise ValueError("a legal outline has no hole")
    ring = np.round(np.asarray(shape.exterior.coords)[:-1, :2], 3) + 0.0
    keep = np.any(ring != np.roll(ring, 1, axis=0), axis=1)
    ring = ring[keep]
    if len(ring) < 3:
        raise ValueError("an outline collapses on the grid")
    if not shapely.is_ccw(shapely.linearrings(np.vstack([ring, ring[:1]]))):
        ring = ring[::-1]
    start = int(np.lexsort((ring[:, 1], ring[:, 0]))[0])
    snapped = Polygon(np.roll(ring, -start, axis=0))
    if not snapped.is_valid or snapped.area <= 0.0:
        raise ValueError(f"an outline is not valid on the grid: {shapely.is_valid_reason(snapped)}")
    return snapped


def snap_to_grid(shape: Polygon, least_area_m2: float = 0.05) -> tuple[Polygon, ...]:
    """Snap by the overlay engine, so that a ring which would touch itself falls apart into valid parts."""
    snapped = shapely.set_precision(shape, GRID_M)
    return tuple(snap_polygon(Polygon(p.exterior)) for p in polygons(snapped, least_area_m2))


def snap_line(line: LineString) -> LineString:
    """Line on the 1 mm grid without repeated vertices; its direction is kept."""
    points = np.round(np.asarray(line.coords)[:, :2], 3) + 0.0
    keep = np.ones(len(points), dtype=bool)
    keep[1:] = np.any(points[1:] != points[:-1], axis=1)
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
