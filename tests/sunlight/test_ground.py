"""The map of the sun on the ground against shadows drawn by hand."""

import math

import pytest
from shapely.geometry import Point, box

from layoutgen.standards.sun_standard import SunStandard
from layoutgen.sunlight.ground import sun_map
from layoutgen.sunlight.scene import Scene

XIAN, COLD_DEG = 34.3, -20.149
NOON = SunStandard(day="great_cold", declination_deg=COLD_DEG, hours=0.05, start_h=11.95, end_h=12.05, least_piece_min=1.0)


def test_the_line_of_the_sun_at_noon_ends_the_shadow_of_a_wall():
    # at noon the sun stands 90 - 34.3 - 20.149 = 35.551 deg high: a wall of 20 m throws 20 / tan 35.551 = 27.99 m
    wall = box(-1000.0, -12.0, 1000.0, 0.0)
    bounds = (-40.0, -40.0, 40.0, 60.0)
    found = sun_map(Scene.of([wall], [20.0]), [wall], bounds, NOON, XIAN)
    north = [region for region in found.sunny(0.05) if region.centroid.y > 0.0]
    assert len(north) == 1
    assert north[0].bounds[1] == pytest.approx(20.0 / math.tan(math.radians(35.551)), abs=1.5)  # half a step


def test_below_a_building_the_map_goes_on_as_beside_it():
    tower = box(0.0, 0.0, 20.0, 12.0)
    found = sun_map(Scene.of([tower], [60.0]), [tower], (-20.0, -40.0, 40.0, 40.0), NOON, XIAN)
    sunny = found.sunny(0.05)
    assert any(region.contains(Point(10.0, 2.0)) for region in sunny)  # nearest open ground lies south of it
    assert not any(region.contains(Point(10.0, 16.0)) for region in sunny)
