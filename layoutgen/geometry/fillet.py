"""Rounded corners: arcs in the place of vertices, drawn as chords; and the way back to the corners."""

import math
from collections.abc import Sequence

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import LineString, Polygon
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.tolerance import ARC_SAG_M, GRID_M

Vector = NDArray[np.float64]
SHARE = 0.48  # of a side that an arc at one of its ends may take
CHORD_MAX_M = 2.5  # longer stretches are no chords of an arc
LEAST_BEND_DEG = 8.0  # smaller bends stay as they are


def rounded_ring(ring: Polygon, radii: Sequence[float]) -> Polygon:
    """The outline with an arc in the place of every corner.

    Parameters
    ----------
    radii
        One a vertex of the outer ring, the repeated last one left out; smaller where sides are too short. [m]
    """
    corners = shapely.get_coordinates(ring.exterior)[:-1]
    points = [
        at
        for n, corner in enumerate(corners)
        for at in arc_at(corners[n - 1], corner, corners[(n + 1) % len(corners)], radii[n])
    ]
    return Polygon(points)


def arc_at(before: Vector, corner: Vector, after: Vector, radius_m: float) -> list[Vector]:
    """Points of the arc that rounds a corner, from side to side; the corner itself where it hardly bends."""
    back, on = before - corner, after - corner
    lengths = (float(np.hypot(*back)), float(np.hypot(*on)))
    if min(lengths) == 0.0:
        return [corner]
    back, on = back / lengths[0], on / lengths[1]
    bend = math.pi - math.acos(float(np.clip(back @ on, -1.0, 1.0)))
    if radius_m <= 0.0 or bend < math.radians(LEAST_BEND_DEG) or bend > math.pi - 1e-3:
        return [corner]
    reach = min(radius_m * math.tan(bend / 2.0), SHARE * min(lengths))
    radius = reach / math.tan(bend / 2.0)
    middle = (back + on) / float(np.hypot(*(back + on)))
    centre = corner + middle * (radius / math.cos(bend / 2.0))
    steps = chords_of(radius, bend)
    start, end = corner + back * reach - centre, corner + on * reach - centre
    side = math.copysign(1.0, float(start[0] * end[1] - start[1] * end[0]))
    turns = side * bend * np.arange(steps + 1) / steps
    return [
        centre + np.array([start[0] * math.cos(t) - start[1] * math.sin(t), start[0] * math.sin(t) + start[1] * math.cos(t)])
        for t in turns.tolist()
    ]


def chords_of(radius_m: float, bend: float) -> int:
    """How many chords draw an arc of so many radians within the drawing's sagitta."""
    half = math.acos(1.0 - min(ARC_SAG_M / max(radius_m, ARC_SAG_M), 1.0))
    return max(math.ceil(bend / (2.0 * half)), 2)


def squared(line: LineString, kept: BaseGeometry, most_deg: float) -> LineString:
    """The line with every arc drawn in chords led back to the corner of its tangents.

    Parameters
    ----------
    kept
        Points; an arc on which one of them lies stays.
    most_deg
        Bends of more are corners, no chords of an arc.
    """
    points = shapely.get_coordinates(shapely.simplify(line, GRID_M))  # a corner on a straight stretch is none
    runs = np.diff(points, axis=0)
    bends = np.degrees(np.diff(np.unwrap(np.arctan2(runs[:, 1], runs[:, 0]))))
    chords = np.hypot(runs[:, 0], runs[:, 1]) <= CHORD_MAX_M
    done: list[Vector] = [points[0]]
    n = 0
    while n < len(bends):
        last = n
        while (
            last + 1 < len(bends) and chords[last + 1] and bends[last + 1] * bends[n] > 0.0 and abs(bends[last + 1]) <= most_deg
        ):
            last += 1
        corner = _corner_of(points[n : last + 3], most_deg) if last > n and abs(bends[n]) <= most_deg else None
        is_met = last > n and not shapely.disjoint(kept, LineString(points[n + 1 : last + 2]).buffer(GRID_M))
        done.extend(points[n + 1 : last + 2] if corner is None or is_met else [corner])
        n = last + 1
    return LineString([*done, points[-1]])


def _corner_of(points: NDArray[np.float64], least_deg: float) -> Vector | None:
    """Where the first and the last stretch meet when drawn out; None where they lie nearly in one line, or turn back."""
    first, last = points[1] - points[0], points[-1] - points[-2]
    cross = float(first[0] * last[1] - first[1] * last[0])
    if abs(cross) <= math.sin(math.radians(least_deg)) * float(np.hypot(*first) * np.hypot(*last)):
        return None
    gap = points[-1] - points[0]
    along = float(gap[0] * last[1] - gap[1] * last[0]) / cross
    return np.asarray(points[0] + first * along)
