"""Rectangles placed inside a region: where one of a given size and direction fits, and which place is best."""

from collections.abc import Callable

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import affinity
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

Score = Callable[[NDArray[np.float64], NDArray[np.float64]], NDArray[np.float64]]


def rectangles_inside(
    region: BaseGeometry, azimuth_deg: float, length_m: float, depth_m: float, step_m: float
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.object_]]:
    """All rectangles of a regular lattice that lie inside a region.

    Parameters
    ----------
    region
        Where the rectangle must lie. [m]
    azimuth_deg
        Direction of the rectangle's long side, counter-clockwise from east.
    step_m
        Pitch of the lattice. [m]

    Returns
    -------
    x, y
        Centres in the rectangle's own frame (x along the long side, origin (0, 0)). [m]
    rectangles
        Polygons in site coordinates.
    """
    turned = affinity.rotate(region, -azimuth_deg, origin=(0.0, 0.0))
    none: NDArray[np.float64] = np.empty(0)
    if turned.is_empty:
        return none, none, np.empty(0, dtype=object)
    west, south, east, north = turned.bounds
    xs = _lattice(west + length_m / 2.0, east - length_m / 2.0, step_m)
    ys = _lattice(south + depth_m / 2.0, north - depth_m / 2.0, step_m)
    if not len(xs) or not len(ys):
        return none, none, np.empty(0, dtype=object)
    grid_x, grid_y = (axis.ravel() for axis in np.meshgrid(xs, ys))
    half_l, half_d = length_m / 2.0, depth_m / 2.0
    boxes = shapely.box(grid_x - half_l, grid_y - half_d, grid_x + half_l, grid_y + half_d)
    shapely.prepare(turned)
    inside = shapely.covers(turned, boxes)
    kept = boxes[inside]
    angle = np.radians(azimuth_deg)
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    return grid_x[inside], grid_y[inside], shapely.transform(kept, lambda xy: xy @ turn.T)


def best_rectangle(
    region: BaseGeometry, azimuth_deg: float, size_m: tuple[float, float], score: Score, step_m: float = 1.0
) -> Polygon | None:
    """Return the rectangle with the greatest score, the first of equals; None where none fits.

    ``score`` is given the centres in the rectangle's own frame (x along its long side).
    """
    x, y, rectangles = rectangles_inside(region, azimuth_deg, size_m[0], size_m[1], step_m)
    if not len(rectangles):
        return None
    best = rectangles[int(np.argmax(score(x, y)))]
    return best if isinstance(best, Polygon) else None


def oriented_rectangle(centre: tuple[float, float], azimuth_deg: float, length_m: float, depth_m: float) -> Polygon:
    """Rectangle round a centre, its long side in a direction."""
    x, y = centre
    box = shapely.box(x - length_m / 2.0, y - depth_m / 2.0, x + length_m / 2.0, y + depth_m / 2.0)
    return Polygon(shapely.get_coordinates(affinity.rotate(box, azimuth_deg, origin=centre)))


def east_axis_deg(shape: Polygon) -> float:
    """Direction of the side of the least rectangle round a shape that is nearest to east, within -45…45 degrees."""
    ring = shapely.get_coordinates(shapely.oriented_envelope(shape))
    side = ring[1] - ring[0]
    angle = float(np.degrees(np.arctan2(side[1], side[0])))
    return (angle + 45.0) % 90.0 - 45.0


def _lattice(low: float, high: float, step: float) -> NDArray[np.float64]:
    if high < low - 1e-9:
        return np.empty(0)
    count = max(int((high - low) / step) + 1, 1)
    points: NDArray[np.float64] = low + step * np.arange(count, dtype=np.float64)
    return np.append(points, high).astype(np.float64) if high - points[-1] > 1e-6 else points
