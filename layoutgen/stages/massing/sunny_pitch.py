"""How far apart lines of a lattice must stand for the sun: asked of the exact engine once for every kind of field."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from layoutgen.stages.massing.rows_of_slabs import Floats, turned
from layoutgen.standards.sun_standard import SunStandard
from layoutgen.sunlight.hours import window_minutes
from layoutgen.sunlight.scene import Scene

LINES_SOUTH = 2  # lines before the one that is asked
WINDOWS_EVERY_M = 3.0  # along its facade
FAR_PER_HEIGHT = 4.0  # nowhere are lines farther apart than so many heights
STEP_M = 1.0  # of the search [m]


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """Equal slabs in equal lines, nothing beside them."""

    slots: int  # slabs in a line
    length_m: float
    depth_m: float
    slot_m: float  # from gable to gable
    aside_m: float  # of every other line
    top_m: float  # of what casts shade
    sill_m: float
    window_m: float
    azimuth_deg: float


@lru_cache(maxsize=4096)
def sunny_pitch_m(field: Field, sun: SunStandard, minutes: float, latitude_deg: float, least_m: float) -> float:
    """Least distance from line to line at which every window of the field is lit for so many minutes [m].

    Parameters
    ----------
    least_m
        The distance that other rules ask for. [m]
    """
    low, high = 0, int(max(field.top_m * FAR_PER_HEIGHT - least_m, 0.0) / STEP_M) + 1

    def is_lit(steps: int) -> bool:
        return _least_minutes(field, least_m + steps * STEP_M, sun, latitude_deg) >= minutes

    if is_lit(low):
        return least_m
    while high - low > 1:
        middle = (low + high) // 2
        if is_lit(middle):
            high = middle
        else:
            low = middle
    return least_m + high * STEP_M


def _least_minutes(field: Field, pitch_m: float, sun: SunStandard, latitude_deg: float) -> float:
    boxes = np.array(
        [
            (slot * field.slot_m + (line % 2) * field.aside_m, -line * pitch_m)
            for line in range(LINES_SOUTH + 1)
            for slot in range(field.slots)
        ]
    )
    scene = _scene(boxes, field)
    count = max(int(field.length_m / WINDOWS_EVERY_M), 1)
    middles = (np.arange(count) + 0.5) * field.length_m / count + np.arange(field.slots)[:, None] * field.slot_m
    half, y = field.window_m / 2.0, -field.depth_m
    ends = np.array([[m - half, y, m + half, y] for m in middles.ravel()]).reshape(-1, 2)
    lines = turned(ends, field.azimuth_deg).reshape(-1, 2, 2)
    return float(window_minutes(lines, np.full(len(lines), field.sill_m), scene, sun, latitude_deg).min())


def _scene(north_west: Floats, field: Field) -> Scene:
    """Slabs by their north-west corners."""
    corners = np.array([(0.0, -field.depth_m), (field.length_m, -field.depth_m), (field.length_m, 0.0), (0.0, 0.0)])
    rings = turned((north_west[:, None, :] + corners[None, :, :]).reshape(-1, 2), field.azimuth_deg).reshape(-1, 4, 2)
    return scene_of_rings(rings, field.top_m)


def scene_of_rings(rings: Floats, top_m: float) -> Scene:
    """Scene of equal prisms over rectangles (n, 4, 2), their corners counter-clockwise."""
    count = len(rings)
    walls = np.concatenate([rings, np.roll(rings, -1, axis=1)], axis=2).reshape(-1, 4)
    low, high = rings.min(axis=1), rings.max(axis=1)
    return Scene(
        walls=walls,
        first=np.arange(count, dtype=np.int64) * 4,
        counts=np.full(count, 4, dtype=np.int64),
        centres=(low + high) / 2.0,
        radii=np.hypot(*(high - low).T) / 2.0,
        tops=np.full(count, top_m),
    )
