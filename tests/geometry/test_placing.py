import numpy as np
import pytest
import shapely
from shapely import affinity

from layoutgen.geometry.placing import best_rectangle, east_axis_deg, oriented_rectangle, rectangles_inside


def test_a_rectangle_as_large_as_its_region_fits_exactly_once():
    x, y, found = rectangles_inside(shapely.box(0, 0, 30, 12), 0.0, 30.0, 12.0, 1.0)
    assert (list(x), list(y), len(found)) == ([15.0], [6.0], 1)


def test_the_best_rectangle_is_the_northernmost_when_north_scores():
    best = best_rectangle(shapely.box(0, 0, 40, 40), 0.0, (20.0, 10.0), lambda x, y: y)
    assert best is not None
    assert best.bounds[3] == pytest.approx(40.0)


@pytest.mark.parametrize("turn", [0.0, 20.0, -35.0])
def test_turning_region_and_rectangle_together_changes_nothing(turn):
    region = shapely.Polygon([(0, 0), (50, 0), (50, 20), (20, 20), (20, 45), (0, 45)])
    turned = affinity.rotate(region, turn, origin=(0, 0))
    best = best_rectangle(turned, turn, (18.0, 12.0), lambda x, y: x + y)
    assert best is not None
    assert best.area == pytest.approx(216.0)
    assert turned.buffer(1e-6).covers(best)


def test_nothing_is_found_where_nothing_fits():
    assert best_rectangle(shapely.box(0, 0, 10, 10), 0.0, (11.0, 5.0), lambda x, y: x) is None


def test_the_east_axis_of_a_turned_box_is_its_turn():
    assert east_axis_deg(oriented_rectangle((5.0, 5.0), 30.0, 40.0, 10.0)) == pytest.approx(30.0)
    assert abs(east_axis_deg(oriented_rectangle((5.0, 5.0), 80.0, 40.0, 10.0)) - (-10.0)) < 1e-6
    assert np.isclose(oriented_rectangle((0.0, 0.0), 77.0, 6.0, 3.0).area, 18.0)
