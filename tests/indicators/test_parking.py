import pytest

from layoutgen.indicators.parking import garage_stalls, parking_facilities, resident_stalls
from layoutgen.model.plan import Plan
from tests.validator.plan_from_case import plan_from_case


def test_a_garage_counts_no_more_than_its_outline_can_hold(plan: Plan) -> None:
    # 50 x 24 = 1200 m2 on two levels = 2400 m2; at 30 m2 a stall 80, though the label says 100
    garage = next(ground for ground in plan.grounds if ground.id == "G-garage")
    assert garage_stalls(garage, garage.outline.area) == 80


@pytest.mark.parametrize(("stalls", "counted"), [("30", 30), ("41", 40), ("", 0), ("nan", 0), ("-5", 0), ("1e999", 0)])
def test_the_label_is_the_other_bound(stalls: str, counted: int) -> None:
    tags = {"stalls": stalls} if stalls else {}
    plan = plan_from_case({"ground": [{"kind": "garage", "box": [0, 0, 40, 30], "levels": "1", **tags}]})
    assert garage_stalls(plan.grounds[0], plan.grounds[0].outline.area) == counted


def test_visitors_stalls_are_not_residents(plan: Plan) -> None:
    # 80 below ground, one car stall and one accessible stall on the surface; the visitor's stall does not count
    assert resident_stalls(plan) == 82


def test_each_garage_and_each_surface_place_is_a_facility_of_its_own(plan: Plan) -> None:
    found = [(f.id, f.is_resident, f.stalls, f.accessible) for f in parking_facilities(plan)]
    assert found == [("G-garage", True, 80, 1), ("K1", False, 1, 0), ("K1", True, 2, 1)]


def test_ground_under_two_garages_is_counted_once() -> None:
    # two outlines of 1200 m2 that share 600: 40 stalls for the first, 600 / 30 = 20 for the second
    garages = [
        {"kind": "garage", "box": [0, 0, 40, 30], "levels": "1", "stalls": "100"},
        {"kind": "garage", "box": [20, 0, 60, 30], "levels": "1", "stalls": "100"},
    ]
    assert resident_stalls(plan_from_case({"ground": garages})) == 60
