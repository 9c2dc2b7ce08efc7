"""The directions a site suggests for its streets."""

import numpy as np
import shapely
from shapely.geometry import Polygon

KERNEL_DEG = 4.0  # edges this near in direction support each other
MEAN_DEG = 5.0
SAME_DEG = 4.0  # two directions nearer than this are one
CLEAN_M = 3.0  # wiggles of the boundary below this say nothing of its direction


def dominant_directions(boundary: Polygon) -> tuple[float, ...]:
    """Directions for a street grid, 0…90 degrees from east: the edges' common one, then the least rectangle's.

    Edges vote by their length, directions count modulo a right angle.
    """
    ring = shapely.get_coordinates(shapely.simplify(boundary.exterior, CLEAN_M))
    steps = np.diff(ring, axis=0)
    length = np.hypot(steps[:, 0], steps[:, 1])
    angle = np.degrees(np.arctan2(steps[:, 1], steps[:, 0])) % 90.0
    tries = np.arange(0.0, 90.0)
    away = _apart(tries[:, None], angle[None, :])
    votes = np.exp(-((away / KERNEL_DEG) ** 2)) @ length
    mode = float(tries[int(np.argmax(np.round(votes, 6)))])
    signed = (angle - mode + 45.0) % 90.0 - 45.0
    weight = length * np.exp(-((signed / MEAN_DEG) ** 2))
    common = float((mode + np.sum(signed * weight) / np.sum(weight)) % 90.0)
    side = np.diff(shapely.get_coordinates(shapely.oriented_envelope(boundary))[:2], axis=0)[0]
    rectangle = float(np.degrees(np.arctan2(side[1], side[0])) % 90.0)
    is_new = float(_apart(np.asarray(common), np.asarray(rectangle))) > SAME_DEG
    return (common, rectangle) if is_new else (common,)


def _apart(
    a: np.ndarray[tuple[int, ...], np.dtype[np.float64]], b: np.ndarray[tuple[int, ...], np.dtype[np.float64]]
) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """Difference of directions modulo a right angle [degrees]."""
    return np.asarray(np.abs((a - b + 45.0) % 90.0 - 45.0), dtype=np.float64)
