"""When windows are lit: the periods of the day behind the minutes that count."""

from collections import defaultdict

import numpy as np

from layoutgen.standards.sun_standard import SunStandard
from layoutgen.sunlight.hours import Interval, lit_pieces, width_parts, window_corners
from layoutgen.sunlight.position import MINUTES_PER_ATAN, sky_of
from layoutgen.sunlight.scene import Floats, Scene

Periods = tuple[Interval, ...]


def window_periods(lines: Floats, sills_m: Floats, scene: Scene, sun: SunStandard, latitude_deg: float) -> tuple[Periods, ...]:
    """Periods of full-window sun of each window, in hours of true solar time; their sum is `window_minutes`.

    Parameters are those of `window_minutes`. Pieces too short to count are left out; of a window wider than
    ``sun.window_width_m`` the most favourable part of that width is told of, the first of several.

    Raises
    ------
    ValueError
        If the day is no winter day.
    """
    lines = np.asarray(lines, dtype=np.float64).reshape(-1, 2, 2)
    if len(lines) == 0:
        return ()
    sills = np.broadcast_to(np.asarray(sills_m, dtype=np.float64), (len(lines),))
    parts, owners = width_parts(lines, sun.window_width_m)
    best: list[Periods] = [()] * len(lines)
    for periods, owner in zip(_periods_of(parts, sills[owners], scene, sun, latitude_deg), owners, strict=True):
        if lit_hours(periods) > lit_hours(best[owner]):
            best[owner] = periods
    return tuple(best)


def lit_hours(periods: Periods) -> float:
    """Length of all periods together [h]."""
    return sum(end - start for start, end in periods)


def _periods_of(lines: Floats, sills: Floats, scene: Scene, sun: SunStandard, latitude_deg: float) -> tuple[Periods, ...]:
    found: dict[int, list[Interval]] = defaultdict(list)
    for offset, groups, starts, ends in lit_pieces(window_corners(lines, sills), scene, sky_of(sun, latitude_deg)):
        hours = 12.0 + np.arctan(np.stack([starts, ends])) * (MINUTES_PER_ATAN / 60.0)
        for group, start, end in zip(groups.tolist(), *hours.tolist(), strict=True):
            if (end - start) * 60.0 >= sun.least_piece_min:
                found[offset + group].append((start, end))
    return tuple(tuple(found[number]) for number in range(len(lines)))
