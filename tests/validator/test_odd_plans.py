"""Drawings that a person left half done are judged, never a traceback."""

from dataclasses import replace

import pytest

from layoutgen.model.brief import Conditions
from layoutgen.model.kinds import FacilityKind, GroundKind, LotKind, SpotKind, StallKind, WayKind
from layoutgen.model.report import Verdict
from layoutgen.standards.load import load_standard, pack_names
from layoutgen.validator.check import check_plan
from tests.validator.plan_from_case import plan_from_case

EVERY_CONDITION = Conditions(
    far_max=2.5, density_max=0.3, height_max_m=80.0, storeys_max=26, green_min=0.35, stalls_per_household_min=1.0
)
NOBODY = {"people": 0, "household_size": 0.0, "parameters": {"children_per_1000": 0.0, "class_size": 0.0}}
ONE_OF_EACH = {
    "block": [{"box": [0, 0, 100, 100]}, {"box": [160, 160, 199, 199]}],
    "lot": [{"kind": kind.value, "box": [100, 12 * i, 110, 12 * i + 10]} for i, kind in enumerate(LotKind)],
    "way": [{"kind": kind.value, "at": [0, 70 + 6 * i, 100, 70 + 6 * i], "width": 3} for i, kind in enumerate(WayKind)],
    "building": [
        {"box": [0, 0, 20, 10], "storeys": 0},
        {"box": [30, 0, 50, 10], "block": "K1"},
        {"box": [60, 0, 80, 10], "storeys": 26, "dwellings": 100, "block": "K1"},
    ],
    "facility": [{"kind": kind.value, "box": [0, 0, 2, 2], "floors": [0]} for kind in FacilityKind],
    "window": [{"building": "B2", "at": [30, 0, 32, 0]}, {"building": "B9", "at": [130, 0, 132, 0]}],
    "ground": [{"kind": kind.value, "box": [120, 5 * i, 124, 5 * i + 4]} for i, kind in enumerate(GroundKind)],
    "stall": [{"kind": kind.value, "box": [50, 40 + 6 * i, 52.5, 45.3 + 6 * i]} for i, kind in enumerate(StallKind)],
    "spot": [{"kind": kind.value, "at": [60, 60 + i]} for i, kind in enumerate(SpotKind)],
    "edge": [{"at": [0, 0, 200, 0]}],
    "context": [{"box": [0, -40, 20, -20], "protected": True}],
}


@pytest.mark.parametrize(
    "case",
    [
        pytest.param({}, id="nothing drawn"),
        pytest.param({"facts": NOBODY}, id="nothing drawn for nobody"),
        pytest.param(ONE_OF_EACH, id="one of each"),
        pytest.param({**ONE_OF_EACH, "facts": NOBODY}, id="one of each for nobody"),
        pytest.param({**ONE_OF_EACH, "facts": {"mode": "existing"}}, id="one of each in an existing community"),
        pytest.param({**ONE_OF_EACH, "boundary": "POLYGON EMPTY"}, id="one of each without a red line"),
    ],
)
def test_an_odd_plan_is_judged_and_does_not_pass(case: dict[str, object]) -> None:
    report = check_plan(plan_from_case(case), load_standard(pack_names(), EVERY_CONDITION))
    assert report.verdict is Verdict.FAIL
    assert sum(count for _, count in report.counts()) == len(report.outcomes)


@pytest.mark.parametrize("latitude_deg", [0.0, -30.0, 71.0, 90.0])
def test_where_no_winter_sun_is_reckoned_the_sun_is_blocked(latitude_deg: float) -> None:
    # whatever the sun has to do with: a new measure of it that is not listed raises here
    plan = plan_from_case(ONE_OF_EACH)
    place = replace(plan.facts.place, latitude_deg=latitude_deg)
    plan = replace(plan, facts=replace(plan.facts, place=place))
    report = check_plan(plan, load_standard(pack_names(), EVERY_CONDITION))
    (dwellings,) = [outcome for outcome in report.outcomes if outcome.clause == "SUN-4.0.9"]
    assert dwellings.verdict is Verdict.BLOCKED
    assert "latitude" in dwellings.note
