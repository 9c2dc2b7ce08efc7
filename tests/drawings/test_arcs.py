import math

import pytest
from shapely.geometry import Polygon, box

from layoutgen.drawings.arcs import arcs_of, flattened, with_arcs


def test_a_rounded_rectangle_has_four_quarter_turns_and_four_sides():
    ring = box(0, 0, 40, 20).buffer(6, quad_segs=16).exterior.coords
    points, bulges, arcs = with_arcs(ring)
    assert len(points) == 9
    assert [arc.radius_m for arc in arcs] == pytest.approx([6.0] * 4, abs=1e-3)
    # The ring runs clockwise: four right turns of a quarter, tan(90 deg / 4) each.
    assert sorted(bulges)[:4] == pytest.approx([-math.tan(math.pi / 8.0)] * 4, abs=1e-6)
    assert sorted(bulges)[4:] == [0.0] * 5


def test_chords_again_enclose_what_the_arcs_do():
    round_box = box(0, 0, 40, 20).buffer(6, quad_segs=16)
    points, bulges, _ = with_arcs(round_box.exterior.coords)
    # 40 x 20 m, four sides 6 m deep, four quarters of a circle of 6 m.
    assert Polygon(flattened(points, bulges)).area == pytest.approx(800.0 + 2 * 6 * 60 + math.pi * 36.0, abs=0.15)


def test_corners_and_straight_lines_have_no_arc():
    zigzag = [(0, 0), (1, 0), (2, 0), (3, 0), (3, 1), (3, 2), (3, 3), (4, 3)]
    points, bulges, arcs = with_arcs(zigzag)
    assert points == tuple(zigzag)
    assert not any(bulges)
    assert not arcs


def test_the_arc_of_a_bulge_of_one_is_half_a_circle_that_turns_left():
    (arc,) = arcs_of(((0.0, 0.0), (2.0, 0.0)), (1.0, 0.0))
    assert arc.middle == pytest.approx((1.0, 0.0))
    assert arc.radius_m == pytest.approx(1.0)
    # Left of the way is north, so the circle bends to the south.
    assert min(y for _, y in flattened(((0.0, 0.0), (2.0, 0.0)), (1.0, 0.0))) == pytest.approx(-1.0, abs=2e-3)
