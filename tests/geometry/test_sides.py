"""The sides of a building, and what lies along them."""

import pytest
from shapely import affinity
from shapely.geometry import MultiPolygon, Polygon, box

from layoutgen.geometry.sides import sides


@pytest.mark.parametrize("angle", [0.0, 17.0, 90.0, 200.0])
def test_the_two_long_sides_come_first_at_any_angle(angle):
    lengths = [side.length for side in sides(affinity.rotate(box(0, 0, 40, 14), angle))]
    assert lengths == pytest.approx([40.0, 40.0, 14.0, 14.0])


@pytest.mark.parametrize("angle", [0.0, 33.0, 90.0])
def test_the_strip_lies_outside(angle):
    building = affinity.rotate(box(0, 0, 40, 14), angle, origin=(0, 0))
    for side in sides(building):
        assert side.strip(5.0).intersection(building).area == pytest.approx(0.0, abs=1e-6)
        assert side.strip(5.0).area == pytest.approx(5.0 * side.length)


def test_pieces_that_overlap_along_a_side_count_once():
    # pieces over 0-20 and 10-30 of a side of 40 m cover 30 m
    ground = MultiPolygon([box(0, 15, 20, 16), box(10, 17, 30, 18)])
    assert sum(side.cover(ground, 10.0) for side in sides(box(0, 0, 40, 14))[:2]) == pytest.approx(30.0)


def test_nothing_along_a_side_covers_nothing():
    assert all(side.cover(Polygon(), 10.0) == 0.0 for side in sides(box(0, 0, 40, 14)))
