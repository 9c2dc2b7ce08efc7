"""Lit periods of windows: by hand, and adding up to the minutes that are judged."""

from dataclasses import replace

import numpy as np
import pytest
from shapely.geometry import box

from layoutgen.sunlight.hours import window_minutes
from layoutgen.sunlight.periods import lit_hours, window_periods
from layoutgen.sunlight.scene import Scene

XIAN = 34.3
FAR = 1e5
SOUTH_WINDOW = np.array([[[0.0, 0.0], [1.8, 0.0]]])


def test_an_endless_wall_in_the_east_leaves_the_afternoon(great_cold):
    # it ends at the window's western corner's meridian: the sun passes it at noon
    wall = box(1.8, -FAR, 20.0, -0.01)
    ((period,),) = window_periods(SOUTH_WINDOW, np.zeros(1), Scene.of([wall], [FAR]), great_cold, XIAN)
    assert period == pytest.approx((12.0, 16.0), abs=0.02)


def test_a_tower_before_a_window_leaves_a_morning_and_an_afternoon(great_cold):
    tower = box(-10.0, -60.0, 11.8, -40.0)
    ((first, last),) = window_periods(SOUTH_WINDOW, np.zeros(1), Scene.of([tower], [90.0]), great_cold, XIAN)
    assert first[0] == pytest.approx(8.0)
    assert last[1] == pytest.approx(16.0)
    assert first[1] < 12.0 < last[0]


def test_periods_add_up_to_the_minutes_that_are_judged(great_cold, town):
    rng = np.random.default_rng(5)
    sun = replace(great_cold, least_piece_min=5.0, window_width_m=1.8)
    scene = Scene.of(*town(rng, 12))
    starts = rng.uniform(-100.0, 100.0, (60, 2))
    turns, widths = rng.uniform(0.0, 2.0 * np.pi, 60), rng.uniform(0.9, 4.5, 60)
    lines = np.stack([starts, starts + np.column_stack([np.cos(turns), np.sin(turns)]) * widths[:, None]], axis=1)
    sills = rng.uniform(0.9, 4.0, 60)
    told = [lit_hours(periods) * 60.0 for periods in window_periods(lines, sills, scene, sun, XIAN)]
    assert told == pytest.approx(list(window_minutes(lines, sills, scene, sun, XIAN)), abs=1e-6)


def test_no_window_has_no_period(great_cold):
    assert window_periods(np.zeros((0, 2, 2)), np.zeros(0), Scene.of([], []), great_cold, XIAN) == ()
