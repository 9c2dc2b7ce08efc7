"""Chords that follow a circle become true arcs: points with bulges, as CAD programs keep them; for paint only."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import atan, atan2, cos, hypot, pi, sin, tan

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Points = tuple[tuple[float, float], ...]

CHORDS_LEAST = 4  # fewer are corners
OFF_M = 0.004  # how far a corner may lie off its circle: it was rounded to the millimetre
LONGEST_M = 60.0  # radius; flatter runs stay chords
STEP_MOST = 0.35  # angle between two chords of an arc [rad]
SWEEP_MOST = 0.95 * pi  # of one arc


@dataclass(frozen=True, slots=True, kw_only=True)
class Arc:
    """An arc of a line."""

    start: tuple[float, float]
    end: tuple[float, float]
    middle: tuple[float, float]  # of its circle
    radius_m: float
    sweep: float  # angle, left turns positive [rad]


def with_arcs(points: Sequence[tuple[float, float]]) -> tuple[Points, tuple[float, ...], tuple[Arc, ...]]:
    """Fewer points, a bulge each, and the arcs found; a closed line repeats its first point."""
    ring = np.asarray(points, dtype=np.float64)
    kept: list[int] = []
    bulges: list[float] = []
    arcs: list[Arc] = []
    at, last = 0, len(ring) - 1
    may_begin = _may_begin(ring)
    while at < last:
        reach, arc = _longest_arc(ring, at) if may_begin[at] else (at + 1, None)
        kept.append(at)
        bulges.append(tan(arc.sweep / 4.0) if arc else 0.0)
        arcs += [arc] if arc else []
        at = reach
    kept.append(last)
    bulges.append(0.0)
    return tuple((float(x), float(y)) for x, y in ring[kept]), tuple(round(bulge, 9) for bulge in bulges), tuple(arcs)


def _may_begin(ring: Numbers) -> NDArray[np.bool_]:
    """Whether the corners after a point all turn a little to one side."""
    found = np.zeros(len(ring), dtype=np.bool_)
    if len(ring) <= CHORDS_LEAST:
        return found
    steps = np.diff(ring, axis=0)
    turns = np.diff(np.arctan2(steps[:, 1], steps[:, 0]))
    turns = (turns + pi) % (2.0 * pi) - pi
    side = np.where(np.abs(turns) <= 2.0 * STEP_MOST, np.sign(np.round(turns, 3)), 0.0)
    runs = np.lib.stride_tricks.sliding_window_view(side, CHORDS_LEAST - 1).sum(axis=1)
    found[: len(runs)] = np.abs(runs) == CHORDS_LEAST - 1
    return found


def _longest_arc(ring: Numbers, at: int) -> tuple[int, Arc | None]:
    """Where the longest arc from a point on ends; the next point where there is none."""
    least = at + CHORDS_LEAST
    if least >= len(ring) or (arc := _arc(ring[at : least + 1])) is None:
        return at + 1, None
    reach = least
    while reach + 1 < len(ring) and (longer := _arc(ring[at : reach + 2])) is not None:
        reach, arc = reach + 1, longer
    return reach, arc


def _arc(run: Numbers) -> Arc | None:
    """Arc through a run of points; None where they do not follow one."""
    centre = _centre(run[0], run[len(run) // 2], run[-1])
    if centre is None:
        return None
    rays = run - centre
    radii = np.hypot(rays[:, 0], rays[:, 1])
    radius = float(radii.mean())
    steps = np.diff(np.arctan2(rays[:, 1], rays[:, 0]))
    steps = (steps + pi) % (2.0 * pi) - pi
    sweep = float(steps.sum())
    is_round = (
        np.abs(radii - radius).max() <= OFF_M
        and (np.abs(steps) <= STEP_MOST).all()
        and (np.sign(steps) == np.sign(sweep)).all()
    )
    if not is_round or radius > LONGEST_M or abs(sweep) > SWEEP_MOST:
        return None
    start, end = (float(run[0][0]), float(run[0][1])), (float(run[-1][0]), float(run[-1][1]))
    return Arc(start=start, end=end, middle=(float(centre[0]), float(centre[1])), radius_m=radius, sweep=sweep)


def _centre(a: Numbers, b: Numbers, c: Numbers) -> Numbers | None:
    """Middle of the circle through three points; None where they lie on a line."""
    (bx, by), (cx, cy) = b - a, c - a
    twice = 2.0 * (bx * cy - by * cx)
    if abs(twice) < 1e-9:
        return None
    first, second = bx * bx + by * by, cx * cx + cy * cy
    middle: Numbers = a + np.array([cy * first - by * second, bx * second - cx * first]) / twice
    return middle


def arcs_of(points: Points, bulges: tuple[float, ...]) -> tuple[Arc, ...]:
    """Arcs of a line with bulges."""
    pairs = zip(points, points[1:], bulges, strict=False)
    return tuple(_bent(start, end, bulge) for start, end, bulge in pairs if bulge)


def _bent(start: tuple[float, float], end: tuple[float, float], bulge: float) -> Arc:
    (x1, y1), (x2, y2) = start, end
    half = hypot(x2 - x1, y2 - y1) / 2.0
    lift = half * (1.0 - bulge * bulge) / (2.0 * bulge)
    along = (x2 - x1) / (2.0 * half), (y2 - y1) / (2.0 * half)
    middle = (x1 + x2) / 2.0 - along[1] * lift, (y1 + y2) / 2.0 + along[0] * lift
    return Arc(start=start, end=end, middle=middle, radius_m=hypot(x1 - middle[0], y1 - middle[1]), sweep=4.0 * atan(bulge))


def arc_points(start: tuple[float, float], end: tuple[float, float], bulge: float, chord: float = pi / 36.0) -> Points:
    """Points along an arc, its start left out: for formats without bulges."""
    arc = _bent(start, end, bulge)
    (mx, my), radius = arc.middle, arc.radius_m
    count = max(2, int(abs(arc.sweep) / chord) + 1)
    first = atan2(start[1] - my, start[0] - mx)
    turns = (first + arc.sweep * n / count for n in range(1, count))
    return (*((round(mx + radius * cos(t), 3), round(my + radius * sin(t), 3)) for t in turns), end)


def flattened(points: Points, bulges: tuple[float, ...]) -> Points:
    """A line with its arcs as chords."""
    if not bulges:
        return points
    found = [points[0]]
    for start, end, bulge in zip(points, points[1:], bulges, strict=False):
        found += arc_points(start, end, bulge) if bulge else (end,)
    return tuple(found)
