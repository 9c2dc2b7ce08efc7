"""Lanes along rows."""

import pytest
from shapely.geometry import box

from layoutgen.inputs.templates import load_choices
from layoutgen.model.stages import Cell
from layoutgen.stages.massing.row_lanes import row_lane
from layoutgen.stages.massing.rows_of_slabs import RowPlan, SlabPlan

CELL = Cell(id="C1", outline=box(0, 0, 160, 170), block="K1")
LANES = load_choices().lanes  # verge 2, loop 6, lane 4, 5 m to the wall


def row(north: float, west: float = 20.0) -> RowPlan:
    slab = SlabPlan(west_m=west, units=((100.0, 100.0),) * 3, storeys=6)  # 48 m long, 12.5 deep
    return RowPlan(cell="C1", block="K1", azimuth_deg=0.0, north_m=north, depth_m=12.5, slabs=(slab,))


def test_a_lane_runs_seven_metres_north_of_the_walls_from_loop_to_loop():
    lane = row_lane(row(100.0), (), CELL, LANES)
    assert lane is not None
    assert not lane.is_loop
    # the loop's centre line lies 2 + 3 m inside the cell; 5 + 4 / 2 = 7 m off the wall
    assert list(lane.line.coords) == [(5.0, 107.0), (155.0, 107.0)]


def test_the_loop_serves_the_row_beside_it():
    # The wall at 157 lies 5 m off the loop, whose near edge is at 170 - 8 = 162.
    lane = row_lane(row(157.0), (), CELL, LANES)
    assert lane is not None
    assert lane.is_loop
    assert list(lane.line.coords) == [(20.0, 165.0), (68.0, 165.0)]


def test_a_slab_in_the_way_ends_the_lane_at_the_row():
    lane = row_lane(row(100.0), (row(112.0, west=90.0),), CELL, LANES)
    assert lane is not None
    assert [point[0] for point in lane.line.coords] == pytest.approx([5.0, 68.0])


def test_a_row_shut_in_on_both_sides_has_no_lane():
    between = row(100.0, west=70.0)
    assert row_lane(between, (row(112.0, west=8.0), row(112.0, west=125.0)), CELL, LANES) is None


def test_a_row_in_the_way_of_the_south_leg_needs_a_lane_through():
    # Its wall at 18 - 12.5 = 5.5 m: the loop turns back north of it.
    lane = row_lane(row(18.0), (), CELL, LANES)
    assert lane is not None
    assert list(lane.line.coords) == [(5.0, 25.0), (155.0, 25.0)]
    assert row_lane(row(18.0), (row(30.0, west=90.0),), CELL, LANES) is None
