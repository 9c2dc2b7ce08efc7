"""Drives below ground from a ramp's foot to its garage, where the garage does not reach so far."""

import numpy as np
import shapely
from shapely.geometry import Polygon

from layoutgen.geometry.parts import largest
from layoutgen.geometry.tolerance import GRID_M

REACH_M = 70.0  # a longer drive is no garage's
LEAST_M = 6.0  # width of a drive with two lanes [m]
INTO_M = 1.0  # the drive reaches into ramp and garage [m]


def linked(roof: Polygon, ground: Polygon, ramp: Polygon, foot: Polygon) -> Polygon | None:
    """The garage drawn out to a ramp's foot, straight on or square aside; None where neither stays below the ground it may.

    Parameters
    ----------
    ground
        The ground below which a garage may lie.
    foot
        A square before the ramp's foot, a short side of the ramp being one of its sides.
    """
    if ramp.intersects(roof):
        return roof
    drives = [drive for drive in _drives(roof, ramp, foot) if ground.buffer(GRID_M).covers(drive)]
    if not drives:
        return None
    whole = largest(shapely.union(roof, min(drives, key=lambda drive: drive.area), grid_size=GRID_M))
    return None if whole is None or not whole.intersects(ramp) else Polygon(whole.exterior)


def _drives(roof: Polygon, ramp: Polygon, foot: Polygon) -> list[Polygon]:
    """Drives from the foot on in the ramp's direction and square to it, each as long as it takes to come into the garage."""
    middle = np.array(foot.centroid.coords[0])
    ahead = middle - np.array(ramp.centroid.coords[0])
    ahead /= float(np.hypot(*ahead))
    aside = np.array([-ahead[1], ahead[0]])
    half = float(np.sqrt(foot.area)) / 2.0
    wide = max(half, LEAST_M / 2.0)
    start = middle - (half + INTO_M) * ahead  # in the ramp
    first = _box(start, ahead, aside, (0.0, INTO_M + 2.0 * wide, wide))
    corner = start + (INTO_M + wide) * ahead
    found: list[Polygon] = []
    for run, across in ((ahead, aside), (aside, ahead), (-aside, ahead)):
        whole = _box(corner, run, across, (0.0, REACH_M, wide))
        meets = shapely.intersection(roof, whole)
        if not meets.is_empty:
            reach = float(((shapely.get_coordinates(meets) - corner) @ run).min()) + INTO_M
            found.append(_joined(first, _box(corner, run, across, (0.0, max(reach, 0.0) + INTO_M, wide))))
    return found


def _joined(one: Polygon, other: Polygon) -> Polygon:
    """Two rectangles that overlap as one outline."""
    return Polygon(shapely.get_coordinates(shapely.union(one, other)))


def _box(
    start: np.ndarray[tuple[int, ...], np.dtype[np.float64]],
    run: np.ndarray[tuple[int, ...], np.dtype[np.float64]],
    across: np.ndarray[tuple[int, ...], np.dtype[np.float64]],
    size: tuple[float, float, float],
) -> Polygon:
    """Rectangle from one distance along a direction to another, half as wide to either side."""
    low, high, half = size
    corners = ((low, -half), (high, -half), (high, half), (low, half))
    return Polygon([start + along * run + aside * across for along, aside in corners])
