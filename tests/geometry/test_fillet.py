"""Rounded corners and the way back to them, by hand sums."""

import math

import pytest
import shapely
from shapely.geometry import LineString, MultiPoint, Point, Polygon, box

from layoutgen.geometry.fillet import arc_at, rounded_ring, squared
from layoutgen.geometry.tolerance import ARC_SAG_M


def test_a_square_with_round_corners_lacks_four_corners_less_a_circle() -> None:
    # 4 r2 - pi r2 = 100 x 0.8584 = 85.84 m2 of 10 000; chords take two thirds of 0.02 m along 62.8 m of arc, 0.8 m2
    rounded = rounded_ring(box(0, 0, 100, 100), [10.0] * 4)
    assert rounded.area == pytest.approx(10_000.0 - (4.0 - math.pi) * 100.0, abs=1.0)
    assert rounded.is_valid


def test_the_chords_of_an_arc_stay_within_the_sagitta() -> None:
    rounded = rounded_ring(box(0, 0, 100, 100), [12.0] * 4)
    exact = box(12, 12, 88, 88).buffer(12.0, quad_segs=256)
    assert rounded.exterior.hausdorff_distance(exact.exterior) <= ARC_SAG_M + 1e-3


def test_an_arc_on_a_short_side_takes_less_than_half_of_it() -> None:
    rounded = rounded_ring(box(0, 0, 100, 10), [12.0] * 4)
    assert rounded.exterior.distance(Point(0, 5)) == pytest.approx(0.0, abs=1e-9)


def test_a_radius_of_nothing_leaves_the_corner() -> None:
    points = arc_at(*(shapely.get_coordinates(Point(xy))[0] for xy in ((0, 0), (10, 0), (10, 10))), 0.0)
    assert [tuple(point) for point in points] == [(10.0, 0.0)]


def test_a_reflex_corner_is_rounded_on_its_outer_side() -> None:
    # an L: rounding its inner corner adds r2 - pi r2 / 4 of ground
    ell = Polygon([(0, 0), (60, 0), (60, 30), (30, 30), (30, 60), (0, 60)])
    radii = [10.0 if xy == (30.0, 30.0) else 0.0 for xy in list(ell.exterior.coords)[:-1]]
    assert rounded_ring(ell, radii).area == pytest.approx(ell.area + 100.0 * (1.0 - math.pi / 4.0), abs=0.2)


def test_an_arc_is_led_back_to_its_corner_unless_another_line_ends_on_it() -> None:
    arc = [tuple(p) for p in arc_at(*(shapely.get_coordinates(Point(xy))[0] for xy in ((0, 0), (50, 0), (50, 50))), 12.0)]
    line = LineString([(0, 0), *arc, (50, 50)])
    corner = squared(line, MultiPoint(), 20.0)
    assert [tuple(xy) for xy in shapely.get_coordinates(corner).round(6)] == [(0.0, 0.0), (50.0, 0.0), (50.0, 50.0)]
    assert squared(line, Point(arc[len(arc) // 2]), 20.0).equals(line)
