"""Regions above a level against areas known from school."""

import math

import numpy as np
import pytest

from layoutgen.geometry.contours import regions_above


def test_a_slope_is_cut_along_a_straight_line():
    # z = x on 0…10 m by 0…4 m, a point a metre: at least 2.5 from x = 2.5 to 10
    slope = np.tile(np.arange(11.0), (5, 1))
    (region,) = regions_above(slope, 2.5, (100.0, 50.0), 1.0)
    assert region.area == pytest.approx(7.5 * 4.0, rel=2e-3)
    assert region.bounds == pytest.approx((102.5, 50.0, 110.0, 54.0), abs=2e-3)


def test_a_ring_of_high_ground_has_a_hole():
    # z = 1 - |r - 10| is at least 0 between r = 9 and r = 11: area pi (121 - 81)
    axis = np.linspace(-15.0, 15.0, 301)
    radius = np.hypot(*np.meshgrid(axis, axis))
    (region,) = regions_above(1.0 - np.abs(radius - 10.0), 0.0, (-15.0, -15.0), 0.1)
    assert len(region.interiors) == 1
    assert region.area == pytest.approx(math.pi * 40.0, rel=2e-3)


def test_high_ground_that_meets_only_across_stays_apart():
    two = np.array([[1.0, 0.0], [0.0, 1.0]])
    assert len(regions_above(two, 0.5, (0.0, 0.0), 1.0)) == 2


def test_ground_that_is_high_everywhere_is_the_whole_raster_and_low_ground_is_none():
    flat = np.full((4, 6), 3.0)
    (region,) = regions_above(flat, 3.0, (0.0, 0.0), 2.0)
    assert region.area == pytest.approx(10.0 * 6.0, rel=5e-3)
    assert regions_above(flat, 3.5, (0.0, 0.0), 2.0) == ()
