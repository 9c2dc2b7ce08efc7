"""Routes on foot round obstacles."""

from math import hypot

import pytest
from shapely.geometry import LineString, Point, Polygon, box

from layoutgen.stages.grounds.routes import shortest_route


def test_a_free_way_is_straight() -> None:
    route = shortest_route(Point(0, 0), LineString([(10, -5), (10, 5)]), Polygon())
    assert route is not None
    assert route.length == pytest.approx(10.0)


def test_a_wall_is_gone_round_by_its_nearer_corner() -> None:
    # from (0, 0) past the corner (4, 4), 5.66, to the line x = 10, over the wall's thickness of 1, then 5 straight on
    route = shortest_route(Point(0, 0), LineString([(10, -30), (10, 30)]), box(4, -20, 5, 4))
    assert route is not None
    assert route.length == pytest.approx(hypot(4, 4) + 1 + 5, abs=0.1)


def test_where_no_way_leads_there_is_none() -> None:
    ring = box(-5, -5, 5, 5).difference(box(-4, -4, 4, 4))
    assert shortest_route(Point(0, 0), LineString([(20, -5), (20, 5)]), ring) is None


def test_a_start_inside_an_obstacle_leaves_it_first() -> None:
    # a door on the wall y = 0 of a house that reaches north: out by the nearest edge, then east
    route = shortest_route(Point(0, -0.5), LineString([(10, -5), (10, 5)]), box(-3, -1, 3, 20))
    assert route is not None
    assert route.coords[1][1] < -1.0
