import pytest

from layoutgen.walking.widths import least_width
from tests.validator.plan_from_case import plan_from_case


def test_a_straight_path_is_as_wide_as_its_outline() -> None:
    plan = plan_from_case({"way": [{"kind": "footpath", "at": [0, 0, 40, 0], "width": 1.8}]})
    assert least_width(plan.ways[0], [plan.ways[0].outline]) == pytest.approx(1.8, abs=1e-6)


def test_a_waist_is_found() -> None:
    # 4 m wide, but between x = 18 and 22 only 2.5 m: one of the places at most 2 m apart falls into it
    waist = "POLYGON ((0 -2, 18 -2, 18 -0.5, 22 -0.5, 22 -2, 40 -2, 40 2, 0 2, 0 -2))"
    plan = plan_from_case({"way": [{"at": [0, 0, 40, 0], "outline": waist}]})
    assert least_width(plan.ways[0], [plan.ways[0].outline]) == pytest.approx(2.5, abs=1e-6)


def test_an_end_cut_aslant_does_not_narrow_a_way() -> None:
    aslant = "POLYGON ((0 -2, 38 -2, 42 2, 0 2, 0 -2))"
    plan = plan_from_case({"way": [{"at": [0, 0, 40, 0], "outline": aslant}]})
    assert least_width(plan.ways[0], [plan.ways[0].outline]) == pytest.approx(4.0, abs=1e-6)


def test_a_hairline_of_the_grid_parts_no_ways_side_by_side() -> None:
    # 2.5 m wide and, a millimetre beside it, another way of 2 m: together 4.5 m
    plan = plan_from_case({"way": [{"at": [0, 0, 40, 0], "width": 2.5}, {"at": [0, 2.251, 40, 2.251], "width": 2.0}]})
    assert least_width(plan.ways[0], [way.outline for way in plan.ways]) == pytest.approx(4.5, abs=0.01)
