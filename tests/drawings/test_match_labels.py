from shapely import box
from shapely.geometry import LineString, Point

from layoutgen.drawings.label_places import places_in, places_on
from layoutgen.drawings.match_labels import match_labels


def test_a_label_finds_the_inner_of_two_nested_outlines_whatever_the_order():
    outer, inner = box(0, 0, 10, 10), box(2, 2, 8, 8)
    for shapes in ([outer, inner], [inner, outer]):
        places = places_in(shapes)
        assert match_labels(places, shapes, 0.0) == {0: 0, 1: 1}


def test_a_label_stands_inside_its_outline_and_in_no_other():
    # A corridor round a court: its centroid lies in the court, its label must not.
    corridor = box(0, 0, 10, 10).difference(box(3, 3, 10, 10))
    shapes = [corridor, box(3, 3, 10, 10), box(-1, -1, 2, 2)]
    for index, place in enumerate(places_in(shapes)):
        assert [other for other, shape in enumerate(shapes) if shape.contains(place)] == [index]


def test_labels_of_crossing_lines_find_their_own():
    # They cross in the middle of both, where a label would mean either.
    lines = [LineString([(-5, 0), (5, 0)]), LineString([(0, -5), (0, 5)])]
    assert match_labels(places_on(lines), lines, 0.5) == {0: 0, 1: 1}


def test_the_nearest_point_takes_a_label_that_was_moved():
    points = [Point(0, 0), Point(0.6, 0)]
    assert match_labels([Point(0.5, 0), Point(0.1, 0)], points, 0.5) == {0: 1, 1: 0}


def test_a_label_out_of_reach_belongs_to_nothing():
    assert match_labels([Point(0.6, 0)], [Point(0, 0)], 0.5) == {}


def test_a_second_label_is_left_over():
    assert match_labels([Point(1, 1), Point(2, 2)], [box(0, 0, 3, 3)], 0.0) == {0: 0}


def test_labels_in_both_of_two_overlapping_outlines_go_where_they_are_named():
    west, east = box(0, 0, 10, 10), box(2, 0, 14, 10)
    in_both = [Point(4, 5), Point(6, 5)]
    assert match_labels(in_both, [west, east], 0.0, {0: 1, 1: 0}) == {0: 1, 1: 0}
    assert match_labels(in_both, [west, east], 0.0, {0: 0, 1: 1}) == {0: 0, 1: 1}


def test_a_label_that_stands_elsewhere_is_not_moved_by_its_name():
    assert match_labels([Point(1, 1)], [box(0, 0, 2, 2), box(5, 5, 7, 7)], 0.0, {0: 1}) == {0: 0}
