"""Sunlight hours against geometry worked by hand and against a second engine that steps through the day."""

import math
from dataclasses import replace

import numpy as np
import pytest
from shapely.geometry import Polygon, box

from layoutgen.sunlight.hours import lit_intervals, point_minutes, sill_minutes, window_minutes
from layoutgen.sunlight.scene import Scene
from tests.sunlight.stepping import stepping_lit

XIAN = 34.3
EMPTY = Scene.of([], [])
SOUTH_WINDOW = np.array([[[0.0, 0.0], [1.8, 0.0]]])
FAR = 1e5  # far enough for an endless wall


def minutes_at_origin(footprints, heights, sun, latitude):
    return float(point_minutes(np.zeros((1, 2)), np.zeros(1), Scene.of(footprints, heights), sun, latitude)[0])


@pytest.mark.parametrize("latitude", [18.2, 34.3, 50.0])
def test_open_ground_has_the_whole_band(great_cold, solstice, latitude):
    points, heights = np.zeros((1, 2)), np.zeros(1)
    assert point_minutes(points, heights, EMPTY, great_cold, latitude) == pytest.approx([480.0])
    assert point_minutes(points, heights, EMPTY, solstice, latitude) == pytest.approx([360.0])


def test_before_sunrise_there_is_no_sun(great_cold):
    # at 54 N: cos H = tan 54 tan 20.149 = 1.376382 x 0.366918 = 0.505019, H = 59.6674 deg, 2 x 4 x H = 477.34 min
    assert point_minutes(np.zeros((1, 2)), np.zeros(1), EMPTY, great_cold, 54.0) == pytest.approx([477.34], abs=0.01)


@pytest.mark.parametrize(("latitude", "ratio"), [(39.95, 1.7856), (31.2, 1.2799)])
def test_an_endless_row_at_the_spacing_of_the_formula_leaves_two_hours(great_cold, latitude, ratio):
    # an east-west eave h high, D to the south, lets the sun in while D / h > -north / up of the sun's direction, which is
    # least at noon; two hours mean H = +-15 deg; with d = -20.149
    # D / h = (cos d sin f cos 15 - sin d cos f) / (sin d sin f + cos d cos f cos 15): 39.95 N 1.7856, 31.2 N 1.2799
    # (the law's figures D.9 give 1.79 and 1.28)
    h = 20.0
    row = box(-FAR, -ratio * h - 12.0, FAR, -ratio * h)
    assert minutes_at_origin([row], [h], great_cold, latitude) == pytest.approx(120.0, abs=0.1)
    nearer = box(-FAR, -(ratio - 0.02) * h - 12.0, FAR, -(ratio - 0.02) * h)
    assert minutes_at_origin([nearer], [h], great_cold, latitude) < 119.0


def test_an_endless_row_nearer_than_the_noon_shadow_leaves_nothing(solstice):
    # noon altitude 90 - 34.3 - 23.44 = 32.26 deg: shadow h / tan 32.26 = 1.5843 h
    assert minutes_at_origin([box(-FAR, -43.5, FAR, -31.5)], [20.0], solstice, XIAN) == 0.0
    assert minutes_at_origin([box(-FAR, -43.9, FAR, -31.9)], [20.0], solstice, XIAN) > 0.0


def test_an_endless_wall_on_the_meridian_takes_the_morning(great_cold):
    # the sun crosses the meridian at noon: of 8-16 h four hours are left
    east = box(10.0, -FAR, 20.0, FAR)
    got = lit_intervals(np.zeros((1, 2)), np.zeros(1), None, Scene.of([east], [FAR]), great_cold, XIAN)
    ((start, end),) = got[0]
    assert start == pytest.approx(12.0, abs=1e-3)
    assert end == pytest.approx(16.0)


def test_facades_east_and_west_have_half_the_band_and_north_none(great_cold):
    lines = np.array([[[0, 0], [1.8, 0]], [[0, 0], [0, 1.8]], [[0, 1.8], [0, 0]], [[1.8, 0], [0, 0]]], dtype=float)
    # outside is on the right of the direction: south, east, west, north
    got = window_minutes(lines, np.zeros(4), EMPTY, great_cold, XIAN)
    assert got == pytest.approx([480.0, 240.0, 240.0, 0.0], abs=1e-6)


def test_pieces_shorter_than_the_least_do_not_count(great_cold):
    # at noon the azimuth turns cos d / cos(altitude) = 0.93880 / 0.81359 = 1.15390 deg per deg of H (altitude 35.551
    # at 34.3 N): 4 min = 1 deg of H = 1.15390 deg, a slit of 2 x 110 tan(0.57695 deg) = 2.2154 m between the far corners
    slit = 1.1077
    towers = [box(-500, -110, -slit, -100), box(slit, -110, 500, -100)]
    assert minutes_at_origin(towers, [FAR, FAR], great_cold, XIAN) == pytest.approx(4.0, abs=0.01)
    assert minutes_at_origin(towers, [FAR, FAR], replace(great_cold, least_piece_min=5.0), XIAN) == 0.0
    assert minutes_at_origin(towers, [FAR, FAR], replace(great_cold, least_piece_min=3.0), XIAN) > 3.9


def test_a_window_is_lit_while_both_its_corners_are(great_cold):
    scene = Scene.of([box(3, -40, 9, -30), box(-30, -60, -20, -50)], [60.0, 60.0])
    corners = np.array([[0.002, -0.03], [1.798, -0.03]])  # 3 cm off the wall, 2 mm inwards
    normals = np.array([[0.0, -1.0], [0.0, -1.0]])
    left, right = lit_intervals(corners, np.full(2, 1.2), normals, scene, great_cold, XIAN)
    both = sum(max(0.0, min(a[1], b[1]) - max(a[0], b[0])) for a in left for b in right) * 60.0
    got = window_minutes(SOUTH_WINDOW, np.full(1, 1.2), scene, great_cold, XIAN)
    assert got == pytest.approx([both], abs=1e-6)
    assert both < min(sum(e - s for s, e in part) * 60.0 for part in (left, right))


def test_of_a_wide_window_the_best_part_counts(great_cold):
    # a wall stands off the left half, 5 cm wide along the facade line and endless to the south and up: the left corner loses
    # the afternoon, a part that lies wholly east of the wall loses it as well; the part west of the wall loses the morning only
    wide = np.array([[[0.0, 0.0], [5.4, 0.0]]])
    scene = Scene.of([box(1.0, -FAR, 1.05, -1.0)], [FAR])
    narrow = replace(great_cold, window_width_m=1.8)
    parts = np.array([[[x, 0.0], [x + 1.8, 0.0]] for x in (0.0, 0.6, 1.2, 1.8, 2.4, 3.0, 3.6)])
    best = window_minutes(parts, np.zeros(7), scene, great_cold, XIAN).max()
    assert window_minutes(wide, np.zeros(1), scene, narrow, XIAN) == pytest.approx([best])
    assert window_minutes(wide, np.zeros(1), scene, great_cold, XIAN)[0] < best


def test_its_own_building_takes_the_sun_of_a_courtyard(great_cold):
    # a U open to the north: its inner south-facing wall looks at its own south wing
    walls = Polygon([(0, 0), (30, 0), (30, 40), (20, 40), (20, 10), (10, 10), (10, 40), (0, 40)])
    window = np.array([[[20.0, 25.0], [20.0, 26.8]]])  # on the east wing, looking west: outside on the right is east
    window = window[:, ::-1]
    free = window_minutes(window, np.zeros(1), EMPTY, great_cold, XIAN)[0]
    assert free == pytest.approx(240.0, abs=1e-6)
    assert window_minutes(window, np.zeros(1), Scene.of([walls], [30.0]), great_cold, XIAN)[0] < 60.0


def test_a_window_covered_by_another_building_is_dark(great_cold):
    scene = Scene.of([box(-10, 0, 10, 12), box(1.0, -8.0, 20, 0.5)], [20.0, 20.0])
    assert window_minutes(SOUTH_WINDOW, np.full(1, 1.2), scene, great_cold, XIAN) == pytest.approx([0.0])


def test_a_window_that_begins_where_another_building_begins_is_not_in_it(great_cold):
    # a west window whose north end is level with the south wall of the building beside it: the sun
    # reaches it all afternoon
    window = np.array([[[0.0, 0.0], [0.0, -1.8]]])
    scene = Scene.of([box(0, -12, 20, 12), box(-15, 0, 0, 12)], [20.0, 20.0])
    assert window_minutes(window, np.full(1, 1.2), scene, great_cold, XIAN) == pytest.approx([240.0], abs=0.01)


def test_a_roof_below_the_sill_casts_no_shade(great_cold):
    scene = Scene.of([box(-50, -30, 50, -1)], [1.0])
    assert window_minutes(SOUTH_WINDOW, np.full(1, 1.2), scene, great_cold, XIAN) == pytest.approx([480.0])


@pytest.mark.parametrize("seed", range(6))
def test_it_agrees_with_stepping_through_the_day(seed, great_cold, solstice, town, open_points):
    rng = np.random.default_rng(seed)
    footprints, tops = town(rng, 10)
    points = open_points(rng, footprints, 40)
    heights = rng.uniform(0.0, 5.0, len(points))
    sun = great_cold if seed % 2 else solstice
    latitude = float(rng.uniform(18.0, 54.0))
    exact = point_minutes(points, heights, Scene.of(footprints, tops), sun, latitude)
    day = (sun.declination_deg, sun.start_h, sun.end_h)
    lit = stepping_lit(points, heights, footprints, tops, day, latitude, step_s=10.0)
    stepped = lit.sum(axis=1) * 10.0 / 60.0
    turns = (lit[:, 1:] != lit[:, :-1]).sum(axis=1)
    # every turn may be half a step off, and a slit or pole of less than a step may be missed at each end
    assert np.all(np.abs(exact - stepped) <= (turns + 2) * 5.0 / 60.0 + 1e-9)
    for limit in (60.0, 120.0, 180.0):
        clear = np.abs(stepped - limit) > 0.1 + turns * 5.0 / 60.0
        assert np.array_equal((exact >= limit)[clear], (stepped >= limit)[clear])


@pytest.mark.parametrize("latitude", [18.2, 34.3, 47.0])
def test_it_stays_within_three_seconds_of_stepping_second_by_second(latitude, great_cold, town, open_points):
    rng = np.random.default_rng(11)
    footprints, tops = town(rng, 8)
    points = open_points(rng, footprints, 16)
    heights = np.full(len(points), 1.2)
    exact = point_minutes(points, heights, Scene.of(footprints, tops), great_cold, latitude)
    day = (great_cold.declination_deg, great_cold.start_h, great_cold.end_h)
    stepped = stepping_lit(points, heights, footprints, tops, day, latitude, step_s=1.0).sum(axis=1) / 60.0
    assert np.abs(exact - stepped).max() <= 0.05


def test_a_facade_point_is_dark_while_the_sun_stands_behind_its_wall(great_cold):
    # due east and west facades have half of 8 to 16 h each, a north one none
    normals = np.array([[0.0, -1.0], [1.0, 0.0], [-1.0, 0.0], [0.0, 1.0]])
    got = point_minutes(np.zeros((4, 2)), np.zeros(4), EMPTY, great_cold, XIAN, normals)
    assert got == pytest.approx([480.0, 240.0, 240.0, 0.0], abs=1e-6)


def test_shade_at_noon_is_as_long_as_the_altitude_says(great_cold):
    # one metre before the tip of the noon shadow it is dark at noon, one metre behind it is light: 50 / tan 35.551 = 69.96 m
    tip = 50.0 / math.tan(math.radians(90.0 - XIAN - 20.149))
    tower = Scene.of([box(-5, -10, 5, 0)], [50.0])
    near, far = lit_intervals(np.array([[0, tip - 1.0], [0, tip + 1.0]]), np.zeros(2), None, tower, great_cold, XIAN)
    assert not any(start < 12.0 < end for start, end in near)
    assert any(start < 12.0 < end for start, end in far)


def test_a_summer_day_is_refused(great_cold):
    with pytest.raises(ValueError, match="winter"):
        point_minutes(np.zeros((1, 2)), np.zeros(1), EMPTY, replace(great_cold, declination_deg=23.44), XIAN)


def test_a_slender_mast_before_the_middle_takes_more_from_the_whole_sill_than_from_its_corners(great_cold):
    # A mast 0.4 m wide and far higher than the sun, 20 m before the middle of a window of 1.8 m. Seen from a point x along
    # the sill it covers the slopes (0.7 - x) / 20 to (1.1 - x) / 20: 0.02 wide wherever the point is. Both corners lose two
    # such pieces, the samples at 0, 0.6, 1.2 and 1.8 m lose four, none over another: twice as much, but for the sun's pace.
    mast = Scene.of([box(0.7, -20.01, 1.1, -20.0)], [100.0])
    sun = replace(great_cold, least_piece_min=0.0)
    corners = 480.0 - window_minutes(SOUTH_WINDOW, np.zeros(1), mast, sun, XIAN)[0]
    sill = 480.0 - sill_minutes(SOUTH_WINDOW, np.zeros(1), mast, sun, XIAN)[0]
    assert corners > 5.0
    assert sill == pytest.approx(2.0 * corners, rel=0.02)


def test_a_free_sill_is_lit_as_long_as_its_window(great_cold):
    assert sill_minutes(SOUTH_WINDOW, np.zeros(1), EMPTY, great_cold, XIAN) == pytest.approx([480.0])
