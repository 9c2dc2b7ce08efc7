import numpy as np
import pytest

from layoutgen.walking.cross_cuts import cut_ground, pieces_across
from layoutgen.walking.widths import least_width
from tests.validator.plan_from_case import plan_from_case


def test_a_straight_path_is_as_wide_as_its_outline() -> None:
    plan = plan_from_case({"way": [{"kind": "footpath", "at": [0, 0, 40, 0], "width": 1.8}]})
    assert least_width(plan.ways[0], cut_ground([plan.ways[0].outline])) == pytest.approx(1.8, abs=1e-6)


def test_a_waist_is_found() -> None:
    # 4 m wide, but between x = 18 and 22 only 2.5 m: one of the places at most 2 m apart falls into it
    waist = "POLYGON ((0 -2, 18 -2, 18 -0.5, 22 -0.5, 22 -2, 40 -2, 40 2, 0 2, 0 -2))"
    plan = plan_from_case({"way": [{"at": [0, 0, 40, 0], "outline": waist}]})
    assert least_width(plan.ways[0], cut_ground([plan.ways[0].outline])) == pytest.approx(2.5, abs=1e-6)


def test_an_end_cut_aslant_does_not_narrow_a_way() -> None:
    aslant = "POLYGON ((0 -2, 38 -2, 42 2, 0 2, 0 -2))"
    plan = plan_from_case({"way": [{"at": [0, 0, 40, 0], "outline": aslant}]})
    assert least_width(plan.ways[0], cut_ground([plan.ways[0].outline])) == pytest.approx(4.0, abs=1e-6)


def test_a_hairline_of_the_grid_parts_no_ways_side_by_side() -> None:
    # 2.5 m wide and, a millimetre beside it, another way of 2 m: together 4.5 m
    plan = plan_from_case({"way": [{"at": [0, 0, 40, 0], "width": 2.5}, {"at": [0, 2.251, 40, 2.251], "width": 2.0}]})
    assert least_width(plan.ways[0], cut_ground([way.outline for way in plan.ways])) == pytest.approx(4.5, abs=0.01)


def test_a_way_that_crosses_widens_it_only_where_it_does() -> None:
    # 2 m wide; across its middle runs a way of 6 m: the narrowest place is still 2 m
    plan = plan_from_case({"way": [{"at": [0, 0, 40, 0], "width": 2.0}, {"at": [20, -30, 20, 30], "width": 6.0}]})
    assert least_width(plan.ways[0], cut_ground([way.outline for way in plan.ways])) == pytest.approx(2.0, abs=1e-6)


def test_a_place_where_two_corners_touch_the_cut_is_whole() -> None:
    # a notch ends in a point on the far side of the cut at x = 5: what lies on both sides of the point is one piece
    notched = "POLYGON ((0 -2, 10 -2, 10 2, 5 1, 0 2, 0 -2))"
    ground = cut_ground([plan_from_case({"way": [{"at": [0, 0, 10, 0], "outline": notched}]}).ways[0].outline])
    middle = pieces_across(ground, [0], np.array([[5.0, 0.0]]), np.array([[1.0, 0.0]]))
    assert middle == pytest.approx([3.01], abs=0.002)  # from -2 to 1, half a touch more at each end
