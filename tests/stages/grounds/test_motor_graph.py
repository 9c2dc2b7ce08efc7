"""Bridges and parts of small graphs, counted by hand."""

from shapely.geometry import LineString, Point

from layoutgen.stages.grounds.motor_graph import CITY, bridges, stretches


def test_a_ring_has_no_bridge_and_a_tail_is_one() -> None:
    ring = [(0, 1), (1, 2), (2, 3), (3, 0)]
    assert bridges(ring) == (0, 1)
    assert bridges([*ring, (3, 4)]) == (1, 1)


def test_two_ways_between_the_same_places_are_no_bridge() -> None:
    assert bridges([(0, 1), (0, 1)]) == (0, 1)


def test_parts_are_counted() -> None:
    assert bridges([(0, 1), (5, 6)]) == (2, 2)


# A loop of 100 by 50 m, a lane across its middle, a gate at one corner: the loop falls into stretches of
# 50 m to the lane, 50 + 50 + 50 m round to its other end, and 50 + 50 m back.
def test_a_loop_is_cut_where_lanes_and_gates_meet_it() -> None:
    loop = LineString([(0, 0), (100, 0), (100, 50), (0, 50), (0, 0)])
    lane, stub = LineString([(50, 0), (50, 50)]), LineString([(0, 0), (-10, 0)])
    found = stretches([loop, lane, stub], Point(-10, 0))
    assert sorted(round(one.piece.length) for one in found if one.line == 0) == [50, 100, 150]
    assert [CITY in one.ends for one in found if one.line == 2] == [True]
    assert bridges(one.ends for one in found) == (1, 1)
