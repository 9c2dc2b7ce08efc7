"""Sunlight hours 日照时数 of windows and points, exact: no time steps, no samples along the sun's path."""

import math
from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from layoutgen.geometry.tolerance import CORNER_INSET_M, FACADE_OFFSET_M, LENGTH_EPS_M, WINDOW_SAMPLE_M
from layoutgen.standards.sun_standard import SunStandard
from layoutgen.sunlight.position import MINUTES_PER_ATAN, Sky, sky_of
from layoutgen.sunlight.scene import Floats, Indices, Scene
from layoutgen.sunlight.shade import Lookouts, Pieces, facade_slopes, groups_reached, half_angle, shade

_BATCH = 512  # groups looked at together: their pairs fit the processor's cache
_APART = 8.0  # distance of two groups' pieces on one axis of u, where the band is far shorter
_TO_MIDDLE = np.array([[1.0], [-1.0]])  # from a window's first end forwards, from its last one backwards

Interval = tuple[float, float]


def window_minutes(lines: Floats, sills_m: Floats, scene: Scene, sun: SunStandard, latitude_deg: float) -> Floats:
    """Minutes of full-window sun 满窗日照: both lower corners are lit at once; short pieces are dropped.

    Parameters
    ----------
    lines
        (n, 2, 2) windows on their walls, outside on the right of their direction. [m]
    sills_m
        (n,) sills above the same ground as the scene's tops. [m]
    scene
        All obstacles, the window's own building among them.

    Returns
    -------
    (n,) minutes; of a window wider than ``sun.window_width_m`` its most favourable part of that width.

    Raises
    ------
    ValueError
        If the day is no winter day.
    """
    lines = np.asarray(lines, dtype=np.float64).reshape(-1, 2, 2)
    sills = np.broadcast_to(np.asarray(sills_m, dtype=np.float64), (len(lines),))
    if len(lines) == 0:
        return np.zeros(0)
    parts, owners = width_parts(lines, sun.window_width_m)
    minutes = _minutes(window_corners(parts, sills[owners]), scene, sun, latitude_deg)
    if len(parts) == len(lines):
        return minutes
    best = np.zeros(len(lines))
    np.maximum.at(best, owners, minutes)
    return best


def sill_minutes(lines: Floats, sills_m: Floats, scene: Scene, sun: SunStandard, latitude_deg: float) -> Floats:
    """Minutes in which a window's whole sill is lit at once, corners and every sample between them; a house margin.

    Parameters and result are those of `window_minutes`; the samples stand no farther apart than 0.6 m (GB/T 50947).

    Raises
    ------
    ValueError
        If the day is no winter day.
    """
    lines = np.asarray(lines, dtype=np.float64).reshape(-1, 2, 2)
    sills = np.broadcast_to(np.asarray(sills_m, dtype=np.float64), (len(lines),))
    if len(lines) == 0:
        return np.zeros(0)
    parts, owners = width_parts(lines, sun.window_width_m)
    corners = window_corners(parts, sills[owners])
    longest = float(np.hypot(*(parts[:, 1] - parts[:, 0]).T).max())
    steps = np.linspace(0.0, 1.0, math.ceil(longest / WINDOW_SAMPLE_M) + 1)[None, :, None]
    points = corners.points[:, :1] * (1.0 - steps) + corners.points[:, 1:] * steps
    best = np.zeros(len(lines))
    minutes = _minutes(replace(corners, points=points), scene, sun, latitude_deg)
    np.maximum.at(best, owners, minutes)
    return best


def windows_reached(lines: Floats, sills_m: Floats, scene: Scene, sun: SunStandard, latitude_deg: float) -> Indices:
    """Windows, by number, whose sun a scene may touch at all: the others are lit as if it were not there.

    Parameters are those of `window_minutes`.

    Raises
    ------
    ValueError
        If the day is no winter day.
    """
    if len(lines) == 0 or len(scene) == 0:
        return np.zeros(0, dtype=np.int64)
    return groups_reached(window_corners(lines, sills_m), scene, sky_of(sun, latitude_deg))


def point_minutes(
    points: Floats, heights_m: Floats, scene: Scene, sun: SunStandard, latitude_deg: float, normals: Floats | None = None
) -> Floats:
    """Minutes of sun on points (n, 2) at heights (n,) above the ground; short pieces are dropped.

    Parameters
    ----------
    normals
        (n, 2) unit vectors out of the facade the points stand on, or None for points of open ground.

    Raises
    ------
    ValueError
        If the day is no winter day.
    """
    return _minutes(_open_points(points, heights_m, normals), scene, sun, latitude_deg)


def lit_intervals(
    points: Floats, heights_m: Floats, normals: Floats | None, scene: Scene, sun: SunStandard, latitude_deg: float
) -> tuple[tuple[Interval, ...], ...]:
    """Periods in which each point is lit, in hours of true solar time; no piece is dropped.

    Parameters
    ----------
    normals
        (n, 2) unit vectors out of the facade the points stand on, or None for points of open ground.

    Raises
    ------
    ValueError
        If the day is no winter day.
    """
    sky = sky_of(sun, latitude_deg)
    found: list[list[Interval]] = [[] for _ in points]
    for offset, groups, starts, ends in lit_pieces(_open_points(points, heights_m, normals), scene, sky):
        hours = 12.0 + np.arctan(np.stack([starts, ends])) * (MINUTES_PER_ATAN / 60.0)
        for group, start, end in zip(groups, *hours, strict=True):
            found[offset + int(group)].append((float(start), float(end)))
    return tuple(tuple(intervals) for intervals in found)


def window_corners(lines: Floats, sills_m: Floats) -> Lookouts:
    """Both lower corners of each window, a little off the wall and off the window's ends."""
    run = lines[:, 1] - lines[:, 0]
    along = run / np.maximum(np.hypot(run[:, 0], run[:, 1]), FACADE_OFFSET_M)[:, None]
    normals = np.column_stack([along[:, 1], -along[:, 0]])
    inward = (along * CORNER_INSET_M)[:, None, :] * _TO_MIDDLE
    return Lookouts(points=lines + normals[:, None, :] * FACADE_OFFSET_M + inward, heights=sills_m, normals=normals)


def _open_points(points: Floats, heights_m: Floats, normals: Floats | None) -> Lookouts:
    flat = np.asarray(points, dtype=np.float64).reshape(-1, 2)
    heights = np.broadcast_to(np.asarray(heights_m, dtype=np.float64), (len(flat),))
    return Lookouts(points=flat[:, None, :], heights=heights, normals=normals)


def width_parts(lines: Floats, width_m: float) -> tuple[Floats, Indices]:
    """Parts of the counting width along wide windows, with the window that each belongs to."""
    length = np.hypot(*(lines[:, 1] - lines[:, 0]).T)
    wide = np.flatnonzero(length > width_m + LENGTH_EPS_M)
    if len(wide) == 0:
        return lines, np.arange(len(lines))
    parts, owners = [], []
    for index in range(len(lines)):
        spare = length[index] - width_m if index in wide else 0.0
        shifts = np.linspace(0.0, spare, math.ceil(spare / WINDOW_SAMPLE_M) + 1)
        width = length[index] - spare
        along = (lines[index, 1] - lines[index, 0]) / max(length[index], LENGTH_EPS_M)
        starts = lines[index, 0] + shifts[:, None] * along
        parts.append(np.stack([starts, starts + along * width], axis=1))
        owners.append(np.full(len(shifts), index))
    return np.concatenate(parts), np.concatenate(owners)


def _minutes(lookouts: Lookouts, scene: Scene, sun: SunStandard, latitude_deg: float) -> Floats:
    total = np.zeros(len(lookouts.heights))
    for offset, groups, starts, ends in lit_pieces(lookouts, scene, sky_of(sun, latitude_deg)):
        minutes = (np.arctan(ends) - np.arctan(starts)) * MINUTES_PER_ATAN
        minutes[minutes < sun.least_piece_min] = 0.0
        sums = np.bincount(groups, weights=minutes)
        total[offset : offset + len(sums)] += sums
    return total


def lit_pieces(lookouts: Lookouts, scene: Scene, sky: Sky) -> Iterator[tuple[int, Indices, Floats, Floats]]:
    """Lit pieces batch by batch: offset of the batch, group in it, start and end in ``u``."""
    if sky.is_dark:
        return
    for offset in range(0, len(lookouts.heights), _BATCH):
        batch = lookouts.part(offset, offset + _BATCH)
        yield offset, *_between(_band(batch, sky), shade(batch, scene, sky))


def _band(lookouts: Lookouts, sky: Sky) -> tuple[Floats, Floats]:
    """First and last ``u`` at which the sun could reach each group."""
    count = len(lookouts.heights)
    if lookouts.normals is None:
        return np.full(count, sky.u_start), np.full(count, sky.u_end)
    low, high = facade_slopes(lookouts.normals, sky)
    return half_angle(low, sky), half_angle(high, sky)


def _between(band: tuple[Floats, Floats], taken: Pieces) -> tuple[Indices, Floats, Floats]:
    """What the taken pieces leave of each group's band.

    All groups lie on one axis, ``_APART`` from each other, so that one sort and one running maximum serve them all; the
    ends of each band enter as taken pieces.
    """
    low, high = band
    everyone = np.arange(len(low))
    groups = np.concatenate([everyone, everyone, taken.groups])
    bound_low, bound_high = low - _APART / 4.0, high + _APART / 4.0
    shift = groups * _APART
    starts = np.concatenate([bound_low, np.maximum(high, low), taken.starts]) + shift
    ends = np.concatenate([low, bound_high, taken.ends]) + shift
    order = np.argsort(starts, kind="stable")
    groups, starts = groups[order], starts[order]
    covered = np.maximum.accumulate(ends[order])
    free = np.flatnonzero((starts[1:] > covered[:-1]) & (groups[1:] == groups[:-1]))
    shift = groups[free] * _APART
    return groups[free], covered[free] - shift, starts[free + 1] - shift
