"""Loops turn back north of a row that stands where their south leg would run."""

import pytest
from shapely import affinity
from shapely.geometry import box

from layoutgen.model.stages import Allocation, Commission, Massing, Structure
from layoutgen.stages.grounds.board import Board
from layoutgen.stages.grounds.south_cut import without_south
from layoutgen.standards.load import load_standard

Stages = tuple[Commission, Structure, Allocation, Massing]


@pytest.fixture
def homes(stages: Stages) -> Board:
    commission, structure, allocation, massing = stages
    return Board(
        commission=commission, structure=structure, allocation=allocation, massing=massing, standard=load_standard(("fire",))
    )


def test_a_loop_is_cut_along_the_lane_of_the_row_in_its_way(homes: Board) -> None:
    # The row's walls at 98 and 98 + 12.5; the loop's centre 5 + 6 / 2 north of it.
    cell = next(cell for cell in homes.allocation.cells if cell.id == "C2")
    azimuth = next(row.azimuth_deg for row in homes.massing.rows if row.cell == "C2")
    loop = affinity.rotate(box(205, 100, 415, 185), azimuth, origin=(0, 0))
    cut = affinity.rotate(without_south(homes, loop, cell), -azimuth, origin=(0, 0))
    assert cut.bounds == pytest.approx((205.0, 118.5, 415.0, 185.0), abs=0.01)


def test_a_loop_with_its_room_stays_as_it_is(homes: Board) -> None:
    cell = next(cell for cell in homes.allocation.cells if cell.id == "C2")
    azimuth = next(row.azimuth_deg for row in homes.massing.rows if row.cell == "C2")
    loop = affinity.rotate(box(205, 90, 415, 185), azimuth, origin=(0, 0))
    assert without_south(homes, loop, cell) is loop
