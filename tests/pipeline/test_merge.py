"""Ids of a community's plan are led by the community's, and so is whatever names them."""

from dataclasses import fields

from layoutgen.model.plan import Plan
from layoutgen.pipeline.merge import led_by
from tests.validator.plan_from_case import plan_from_case

PLAN = plan_from_case(
    {
        "block": [{"id": "K1", "box": [0, 0, 100, 100]}],
        "lot": [{"id": "L1", "box": [100, 0, 150, 50]}],
        "way": [{"id": "R1", "at": [0, 50, 100, 50], "block": "K1"}],
        "building": [
            {"id": "K1-01", "box": [10, 10, 40, 22], "block": "K1"},
            {"id": "B2", "box": [110, 10, 140, 22], "lot": "L1"},
        ],
        "facility": [{"id": "F1", "box": [110, 10, 120, 22], "building": "B2", "lot": "L1"}],
        "window": [{"id": "W1", "building": "K1-01", "at": [12, 10, 14, 10], "dwelling": "1-1"}],
        "ground": [{"id": "G1", "kind": "ramp", "box": [50, 10, 60, 20], "block": "K1", "of": "G2", "levels": 1}],
        "stall": [{"id": "P1", "box": [60, 60, 62.5, 65.3], "block": "K1"}],
        "spot": [{"id": "D1", "at": [20, 22], "of": "K1-01"}, {"id": "S1", "kind": "bus_stop", "at": [0, -5]}],
    }
)


def named(plan: Plan) -> list[str]:
    """Every word of the plan's things that is an id or names one."""
    found = []
    for group in (
        plan.blocks,
        plan.lots,
        plan.ways,
        plan.buildings,
        plan.facilities,
        plan.windows,
        plan.grounds,
        plan.stalls,
        plan.spots,
    ):
        for thing in group:
            keys = {field.name for field in fields(thing)} & {"id", "block", "lot", "building", "of"}
            found += [getattr(thing, key) for key in sorted(keys) if getattr(thing, key)]
            found += [value for key, value in getattr(thing, "tags", ()) if key == "of"]
    return found


def test_every_name_is_led_and_stops_are_left_to_the_site() -> None:
    before, after = named(PLAN), named(led_by(PLAN, "C3"))
    assert sorted(after) == sorted(f"C3-{name}" for name in before if name != "S1")


def test_what_is_no_name_stays() -> None:
    led = led_by(PLAN, "C3")
    assert led.windows[0].dwelling == "1-1"
    assert ("levels", "1") in led.grounds[0].tags
    assert led.stalls[0].lot == ""
