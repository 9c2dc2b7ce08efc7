"""Cells drawn back round what stays at their edge, so that a loop runs beside it and not through it."""

from collections.abc import Sequence
from dataclasses import replace

import shapely
from shapely import affinity
from shapely.geometry import Polygon

from layoutgen.geometry.parts import polygons, without_holes
from layoutgen.model.choices import LaneChoices
from layoutgen.model.stages import Cell


def draw_back(cells: Sequence[Cell], kept: Sequence[Polygon], lanes: LaneChoices) -> tuple[Cell, ...]:
    """Cut from each cell what is kept within its loop's band, out to the edge that is nearest.

    What is kept deeper inside stays in its cell: rows and lanes leave it out by themselves.
    """
    band_m = lanes.verge_m + lanes.loop_width_m + lanes.lane_to_wall_m
    return tuple(replace(cell, outline=_cut(cell.outline, kept, band_m)) for cell in cells)


def _cut(outline: Polygon, kept: Sequence[Polygon], band_m: float) -> Polygon:
    left = outline
    for shape in kept:
        inside = shapely.intersection(shape, left)
        if inside.area > 0.0 and inside.distance(left.exterior) < band_m:
            parts = [p for part in polygons(shapely.difference(left, _to_edge(shape, left))) for p in without_holes(part)]
            left = max(parts, key=lambda part: part.area, default=left)
    return left


def _to_edge(shape: Polygon, outline: Polygon) -> Polygon:
    """Return a shape drawn out over the nearest edge of an outline, straight."""
    middle = shape.centroid
    edge = shapely.shortest_line(middle, outline.exterior)
    x, y = (float(value) for value in shapely.get_coordinates(edge)[1] - shapely.get_coordinates(edge)[0])
    if not outline.contains(middle):
        x, y = -x, -y
    length = max((x * x + y * y) ** 0.5, 1e-9)
    far = (length + shape.length) / length
    hull = shapely.convex_hull(shapely.union_all([shape, affinity.translate(shape, x * far, y * far)]))
    return Polygon(shapely.get_coordinates(hull))
