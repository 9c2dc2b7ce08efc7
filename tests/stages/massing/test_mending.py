"""Homes massed alone, then among what came to stand beside them: what lost its sun is filled anew, and nothing else."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from shapely import affinity
from shapely.geometry import box

from layoutgen.model.plan import Building
from layoutgen.model.site import ContextBuilding
from layoutgen.model.stages import Commission, Massing
from layoutgen.stages.massing import Order, Stood, dark_blocks, is_dark, is_sunny, mass, mended, place_facilities, taker
from tests.stages.massing.conftest import Case

WEST, EAST = box(0, 0, 160, 170), box(176, 0, 336, 170)  # two cells with a street between
TOWER = box(50, -30, 110, -15)  # at noon, 36 degrees high, it throws 60 / tan(36) = 83 m: over the last rows in the west


@pytest.fixture(scope="module")
def case(make_case: Callable[..., Case]) -> Case:
    return make_case((WEST, EAST), 620)


@pytest.fixture(scope="module")
def alone(case: Case) -> Stood:
    facilities = place_facilities(case.commission, case.allocation, case.standard)
    return mass(case.commission, case.structure, case.allocation, facilities, case.standard)


@pytest.fixture(scope="module")
def among(case: Case) -> Commission:
    tower = ContextBuilding(id="X1", footprint=TOWER, height_m=60.0, is_protected=False)
    return replace(case.commission, site=replace(case.commission.site, context=(tower,)))


@pytest.fixture(scope="module")
def mended_homes(alone: Stood, among: Commission, case: Case) -> Stood:
    order = Order(blocks=dark_blocks(alone.massing, among, case.standard))
    return mended(alone, order, among, case.structure, case.standard)


def moved(building: Building, north_m: float, block: str) -> Building:
    return replace(building, footprint=affinity.translate(building.footprint, 0.0, north_m), block=block)


def test_homes_massed_alone_are_sunny_alone(alone: Stood, case: Case) -> None:
    assert is_sunny(alone, case.commission, case.commission, case.standard)


def test_the_block_behind_a_new_tower_is_dark_and_the_other_is_not(alone: Stood, among: Commission, case: Case) -> None:
    assert dark_blocks(alone.massing, among, case.standard) == {"K1"}
    assert is_dark(alone.massing, among, case.standard)


def test_a_block_filled_anew_has_its_sun_again(mended_homes: Stood, among: Commission, case: Case) -> None:
    assert not is_dark(mended_homes.massing, among, case.standard)
    assert is_sunny(mended_homes, case.commission, among, case.standard)


def test_all_households_are_still_housed(mended_homes: Stood, case: Case) -> None:
    assert sum(row.dwellings for row in mended_homes.rows) >= 0.99 * case.commission.program.households


def test_rows_of_the_other_block_stay_where_they_are(mended_homes: Stood, alone: Stood) -> None:
    def lines(one: Stood) -> list[float]:
        return [row.north_m for row in one.rows if row.block == "K2"]

    assert lines(mended_homes) == lines(alone)


def test_the_block_that_takes_the_sun_is_found(alone: Stood, case: Case) -> None:
    homes = [building for building in alone.massing.buildings if building.dwellings]
    southern = min(homes, key=lambda b: b.footprint.bounds[1])
    near = moved(replace(southern, shading_height_m=60.0), -45.0, "K8")
    far = moved(replace(southern, shading_height_m=60.0), -900.0, "K9")
    others = [Massing(buildings=(one,), facilities=(), windows=(), doors=(), rows=(), notes=()) for one in (far, near)]
    assert taker(alone.massing, others, case.commission, case.standard) == (1, "K8")
    assert taker(alone.massing, others[:1], case.commission, case.standard) is None
