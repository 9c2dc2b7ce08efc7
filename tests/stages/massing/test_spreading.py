"""Rows spread over their cell."""

import itertools

import numpy as np
import pytest
import shapely

from layoutgen.stages.massing.spreading import spread_lines
from layoutgen.standards.sun_standard import dwelling_sun
from layoutgen.sunlight.hours import window_minutes
from layoutgen.sunlight.scene import Scene


def test_all_courts_become_one_pitch_first():
    # Lines at 100, 60, 40 and 30 m to spare: the south keeps a third, the last stands at 40 - 20 = 20, the middle at 60.
    # Or each court grows by 10: 100, 50, 20. Then half of either move.
    assert spread_lines((100.0, 60.0, 40.0), 30.0) == [
        pytest.approx((100.0, 60.0, 20.0)),
        pytest.approx((100.0, 50.0, 20.0)),
        pytest.approx((100.0, 60.0, 30.0)),
        pytest.approx((100.0, 55.0, 30.0)),
    ]


def test_even_rows_with_nothing_to_spare_stay():
    assert spread_lines((100.0, 70.0, 40.0), 0.0) == []


def test_few_rows_in_a_deep_cell_use_its_depth(make_case):
    # A cell 200 m deep, with fewer rows than it has room for. Unspread they would leave all that they do not need south of
    # the last; spread, no more than a court's depth is left there, the loop's room and the walls' setback (20 m) aside.
    case = make_case((shapely.box(0, 0, 120, 200),), 200)
    massing = case.mass()
    tops = sorted({round(b.footprint.bounds[3], 1) for b in massing.buildings}, reverse=True)
    lows = sorted({round(b.footprint.bounds[1], 1) for b in massing.buildings}, reverse=True)
    assert len(tops) >= 2
    courts = [low - top for low, top in zip(lows[:-1], tops[1:], strict=True)]
    assert lows[-1] <= max(courts) + 20.0
    assert all(abs(a - b) <= 8.0 for a, b in itertools.pairwise(courts))
    sun = dwelling_sun(case.standard, case.commission.brief.place)
    scene = Scene.of([b.footprint for b in massing.buildings], [b.shading_height_m for b in massing.buildings])
    lines = shapely.get_coordinates([w.line for w in massing.windows]).reshape(-1, 2, 2)
    sills = np.array([w.sill_m for w in massing.windows])
    assert window_minutes(lines, sills, scene, sun, case.commission.brief.place.latitude_deg).min() >= sun.minutes
