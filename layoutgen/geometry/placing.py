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
    x, y, boxes = _boxes_inside(region, azimuth_deg, (length_m, depth_m), step_m)
    return x, y, _turned(boxes, azimuth_deg)


def _boxes_inside(
    region: BaseGeometry, azimuth_deg: float, size_m: tuple[float, float], step_m: float
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.object_]]:
    """Centres of the rectangles that lie inside a region, and the rectangles in their own frame."""
    turned = affinity.rotate(region, -azimuth_deg, origin=(0.0, 0.0))
    half_l, half_d = size_m[0] / 2.0, size_m[1] / 2.0
    west, south, east, north = (0.0, 0.0, -1.0, -1.0) if turned.is_empty else turned.bounds
    xs, ys = _lattice(west + half_l, east - half_l, step_m), _lattice(south + half_d, north - half_d, step_m)
    if not len(xs) or not len(ys):
        return np.empty(0), np.empty(0), np.empty(0, dtype=object)
    x, y = (axis.ravel() for axis in np.meshgrid(xs, ys))
    shapely.prepare(turned)
    near = shapely.intersects_xy(turned, x, y)  # a rectangle inside has its middle there, which is quickly asked
    x, y = x[near], y[near]
    boxes = shapely.box(x - half_l, y - half_d, x + half_l, y + half_d)
    inside = shapely.covers(turned, boxes)
    return x[inside], y[inside], boxes[inside]


def _turned(boxes: NDArray[np.object_], azimuth_deg: float) -> NDArray[np.object_]:
    """Boxes of a turned frame in site coordinates."""
    angle = np.radians(azimuth_deg)
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    placed: NDArray[np.object_] = shapely.transform(boxes, lambda xy: xy @ turn.T)
    return placed


def best_rectangle(
    region: BaseGeometry, azimuth_deg: float, size_m: tuple[float, float], score: Score, step_m: float = 1.0
) -> Polygon | None:
    """Return the rectangle with the greatest score, the first of equals; None where none fits.

    ``score`` is given the centres in the rectangle's own frame (x along its long side).
    """
    x, y, boxes = _boxes_inside(region, azimuth_deg, size_m, step_m)
    if not len(boxes):
        return None
    chosen = int(np.argmax(score(x, y)))
    best = _turned(boxes[chosen : chosen + 1], azimuth_deg)[0]
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
