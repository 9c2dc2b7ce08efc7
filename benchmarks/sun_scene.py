"""The scene that all methods of sunlight hours are timed on: 120 slabs on 20 ha, points every 0.6 m on all facades."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from shapely import affinity
from shapely.geometry import Polygon, box

from layoutgen.standards.sun_standard import SunStandard
from layoutgen.sunlight.scene import Floats

LATITUDE_DEG = 34.3
COLD = SunStandard(day="great_cold", declination_deg=-20.149, hours=2.0, start_h=8.0, end_h=16.0, least_piece_min=0.0)
SPACING_M = 0.6
SILL_M = 1.2
OFF_WALL_M = 0.03
HEIGHTS_M = (19.0, 34.0, 57.0)
TURNS_DEG = (-15.0, 0.0, 10.0)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Town:
    """Slabs with their tops, and what looks out of them."""

    slabs: tuple[Polygon, ...]
    tops: Floats
    points: Floats  # (n, 2) along all walls [m]
    normals: Floats  # (n, 2) out of the wall that each point stands on
    windows: Floats  # (w, 2, 2) lines of 1.8 m on the walls, outside on the right

    @property
    def heights(self) -> Floats:
        """Of the points above the ground [m]."""
        return np.full(len(self.points), SILL_M)


def town() -> Town:
    """120 slabs of 28 x 14 m at three heights and angles, about 20 ha."""
    rng = np.random.default_rng(7)
    slabs = tuple(
        affinity.rotate(box(x * 45.0, y * 38.0, x * 45.0 + 28.0, y * 38.0 + 14.0), float(rng.choice(TURNS_DEG)))
        for x in range(10)
        for y in range(12)
    )
    tops = rng.choice(HEIGHTS_M, len(slabs))
    points, normals, windows = [], [], []
    for a, b in walls_of(slabs):
        run = float(np.hypot(*(b - a)))
        along = (b - a) / run
        out = np.array([along[1], -along[0]])
        places = np.arange(SPACING_M / 2.0, run, SPACING_M)
        points += [a + along * s + out * OFF_WALL_M for s in places]
        normals += [out] * len(places)
        windows += [(a + along * s, a + along * (s + 1.8)) for s in np.arange(0.5, run - 1.8, 3.0)]
    return Town(slabs=slabs, tops=tops, points=np.array(points), normals=np.array(normals), windows=np.array(windows))


def walls_of(slabs: tuple[Polygon, ...]) -> list[tuple[Floats, Floats]]:
    """Both ends of every wall, outside on the right."""
    rings = [np.asarray(slab.exterior.coords) for slab in slabs]
    turned = [ring if slab.exterior.is_ccw else ring[::-1] for ring, slab in zip(rings, slabs, strict=True)]
    return [(a, b) for ring in turned for a, b in pairwise(ring)]


def sun_directions(step_s: float) -> Floats:
    """(n, 3) unit vectors to the sun in the middle of every step of the day, by the textbook's altitude and azimuth."""
    hours = np.arange(COLD.start_h + step_s / 7200.0, COLD.end_h, step_s / 3600.0)
    h, d, f = np.radians((hours - 12.0) * 15.0), np.radians(COLD.declination_deg), np.radians(LATITUDE_DEG)
    altitude = np.arcsin(np.sin(d) * np.sin(f) + np.cos(d) * np.cos(f) * np.cos(h))
    azimuth = np.arctan2(np.sin(h), np.cos(h) * np.sin(f) - np.tan(d) * np.cos(f))  # from south, west positive
    level = np.cos(altitude)
    return np.column_stack([-np.sin(azimuth) * level, -np.cos(azimuth) * level, np.sin(altitude)])
