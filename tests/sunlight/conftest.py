"""Sun standards and random scenes for the tests of the sun."""

from collections.abc import Callable

import numpy as np
import pytest
from numpy.random import Generator
from shapely import affinity
from shapely.geometry import Point, Polygon, box

from layoutgen.standards.sun_standard import SunStandard

COLD_DEG = -20.149
SOLSTICE_DEG = -23.44


@pytest.fixture
def great_cold() -> SunStandard:
    return SunStandard(day="great_cold", declination_deg=COLD_DEG, hours=2.0, start_h=8.0, end_h=16.0, least_piece_min=0.0)


@pytest.fixture
def solstice() -> SunStandard:
    return SunStandard(
        day="winter_solstice", declination_deg=SOLSTICE_DEG, hours=1.0, start_h=9.0, end_h=15.0, least_piece_min=0.0
    )


@pytest.fixture
def town() -> Callable[[Generator, int], tuple[list[Polygon], list[float]]]:
    """A random crowd of slabs and L-shapes at all angles, that may touch and overlap."""

    def build(rng: Generator, count: int) -> tuple[list[Polygon], list[float]]:
        footprints = []
        for _ in range(count):
            shape = box(0, 0, rng.uniform(10, 60), rng.uniform(10, 16))
            if rng.random() < 0.3:
                shape = Polygon([(0, 0), (40, 0), (40, 12), (12, 12), (12, 30), (0, 30)])
            shape = affinity.rotate(shape, rng.uniform(0, 360))
            shape = affinity.translate(shape, *rng.uniform(-90, 90, 2))
            footprints.append(Polygon(list(shape.exterior.coords)[::-1]) if rng.random() < 0.5 else shape)
        return footprints, [float(h) for h in rng.uniform(6, 80, count)]

    return build


@pytest.fixture
def open_points() -> Callable[[Generator, list[Polygon], int], np.ndarray]:
    """Random points outside all footprints."""

    def scatter(rng: Generator, footprints: list[Polygon], count: int) -> np.ndarray:
        points = rng.uniform(-100, 100, (count, 2))
        inside = np.zeros(count, dtype=bool)
        for footprint in footprints:
            grown = footprint.buffer(0.01)
            inside |= np.array([grown.covers(Point(p)) for p in points])
        return points[~inside]

    return scatter
