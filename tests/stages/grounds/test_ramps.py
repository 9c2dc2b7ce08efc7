"""Garage ramps: how many a garage needs, how far bands of ground are open, and how a garage is drawn out to a ramp."""

import numpy as np
import pytest
import shapely
from shapely.geometry import Polygon

from layoutgen.stages.grounds.bands import Openness, crossings, edges_of
from layoutgen.stages.grounds.board import as_array
from layoutgen.stages.grounds.garage_links import linked
from layoutgen.stages.grounds.ramps import RampNeed, ramps_needed


@pytest.mark.parametrize(
    ("stalls", "ramps", "lanes"),
    [(24, 1, 1), (25, 1, 2), (100, 1, 2), (101, 2, 2), (500, 2, 2), (501, 2, 3), (1000, 2, 3), (1001, 3, 3)],
)
def test_entrances_and_lanes_follow_the_stalls(stalls: int, ramps: int, lanes: int) -> None:
    # JGJ 100-2015 table 4.2.6 and 4.2.7, as figures.md D.14 has them
    assert ramps_needed(stalls) == RampNeed(ramps=ramps, lanes=lanes)


def test_a_band_is_open_to_the_first_shape_that_lies_in_it() -> None:
    shapes = as_array([shapely.box(10.0, 0.0, 20.0, 3.0), shapely.box(40.0, 6.0, 45.0, 9.0)])
    lows = np.array([1.0, 5.0])  # the lower band, 4 m wide, meets the first shape alone, the upper one the second
    open_to = Openness(crossings(edges_of(shapes, 0.0), lows, 4.0))
    assert open_to.ahead(np.array([0.0, 0.0]), np.array([0, 1])).tolist() == [10.0, 40.0]
    assert float(open_to.ahead(np.array([45.0]), np.array([1]))[0]) == np.inf


def test_a_slanted_side_meets_a_band_where_it_comes_nearest() -> None:
    # the side from (0, 0) to (10, 10): in the band from 4 to 6 it lies between 4 and 6
    wedge = as_array([Polygon([(0.0, 0.0), (100.0, 0.0), (10.0, 10.0)])])
    open_to = Openness(crossings(edges_of(wedge, 0.0), np.array([4.0]), 2.0))
    assert float(open_to.ahead(np.array([-5.0]), np.array([0]))[0]) == pytest.approx(4.0, abs=0.01)


def test_bands_run_along_their_direction() -> None:
    # seen along north, a shape 10 m north of the origin lies 10 m ahead
    shape = as_array([shapely.box(-3.0, 10.0, 3.0, 12.0)])
    open_to = Openness(crossings(edges_of(shape, 90.0), np.array([-2.0]), 4.0))
    assert float(open_to.ahead(np.array([0.0]), np.array([0]))[0]) == pytest.approx(10.0)


GROUND = shapely.box(-60.0, -60.0, 60.0, 60.0)
ROOF = shapely.box(0.0, 0.0, 50.0, 50.0)


def test_a_garage_goes_straight_on_to_a_ramp_before_it() -> None:
    ramp, foot = shapely.box(-46.0, 20.0, -10.0, 27.0), shapely.box(-10.0, 20.0, -3.0, 27.0)
    drawn = linked(ROOF, GROUND, ramp, foot)
    assert drawn is not None
    assert drawn.intersects(ramp)
    # 10 m of drive, 7 m wide, and 1 m of it into the ramp
    assert drawn.area == pytest.approx(2500.0 + 11.0 * 7.0)


def test_a_garage_turns_aside_to_a_ramp_that_runs_past_it() -> None:
    ramp, foot = shapely.box(-20.0, -36.0, -13.0, 0.0), shapely.box(-20.0, 0.0, -13.0, 7.0)
    drawn = linked(ROOF, GROUND, ramp, foot)
    assert drawn is not None
    # from the ramp's foot 7 m on and 13 m aside, 7 m wide, and 1 m into the ramp
    assert drawn.area == pytest.approx(2500.0 + 20.0 * 7.0 + 7.0)


def test_a_garage_that_may_not_reach_so_far_has_no_such_ramp() -> None:
    ramp, foot = shapely.box(-46.0, 20.0, -10.0, 27.0), shapely.box(-10.0, 20.0, -3.0, 27.0)
    assert linked(ROOF, shapely.box(-5.0, -5.0, 60.0, 60.0), ramp, foot) is None
