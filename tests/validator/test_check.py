"""The judgement of one clause: scope, verdicts and what does not decide."""

import pytest

from layoutgen.model.brief import Conditions
from layoutgen.model.limit import Demand, Limit
from layoutgen.model.report import Finding, Verdict
from layoutgen.standards.clause import Standard
from layoutgen.standards.load import load_standard
from layoutgen.validator.check import check_plan, judge_clause, verdict_of
from tests.validator.clause_from_case import clause_from_case
from tests.validator.plan_from_case import plan_from_case

LIMIT = Limit(demand=Demand.AT_LEAST, low=2.0)
GOOD = Finding(subjects=("A",), measured=2.0, limit=LIMIT)
BAD = Finding(subjects=("B",), measured=1.0, limit=LIMIT)
SILENT = Finding(subjects=("C",), measured=None, limit=LIMIT, blocked="the label does not say")
COUNT = {"of": "nursery", "demand": "at_least", "limit": 1}


@pytest.mark.parametrize(
    ("findings", "verdict"),
    [
        ((GOOD,), Verdict.PASS),
        ((GOOD, BAD), Verdict.FAIL),
        ((GOOD, SILENT), Verdict.BLOCKED),
        ((GOOD, BAD, SILENT), Verdict.FAIL),
        ((), Verdict.NOT_APPLICABLE),
    ],
)
def test_the_worst_finding_gives_the_verdict(findings: tuple[Finding, ...], verdict: Verdict) -> None:
    assert verdict_of(findings) is verdict


def test_a_clause_for_new_build_is_silent_on_an_existing_community() -> None:
    clause = clause_from_case("facility.count", {**COUNT, "scope": "new"})
    outcome = judge_clause(plan_from_case({"facts": {"mode": "existing"}}), clause)
    assert outcome.verdict is Verdict.NOT_APPLICABLE
    assert "new build only" in outcome.note
    assert judge_clause(plan_from_case({"facts": {"mode": "new"}}), clause).verdict is Verdict.FAIL


def test_a_clause_of_one_climate_is_silent_in_another() -> None:
    clause = clause_from_case("facility.count", {**COUNT, "when": {"climate_zone": ["I", "II"]}})
    assert judge_clause(plan_from_case({"facts": {"climate_zone": "IV"}}), clause).verdict is Verdict.NOT_APPLICABLE
    assert judge_clause(plan_from_case({"facts": {"climate_zone": "II"}}), clause).verdict is Verdict.FAIL


def test_an_outranked_clause_is_measured_and_does_not_decide() -> None:
    """80 stalls are asked of 100 dwellings by the planning conditions, 100 by the standard: 0.9 a dwelling passes."""
    standard = load_standard(("crc-2020",), Conditions(stalls_per_household_min=0.8))
    homes = [{"box": [0, 0, 50, 12], "storeys": 10, "dwellings": 100}]
    stalls = [{"box": [i * 3.0, 50, i * 3.0 + 2.5, 55.3]} for i in range(90)]
    plan = plan_from_case({"building": homes, "stall": stalls, "facts": {"conditions": {"stalls_per_household_min": 0.8}}})
    outcomes = {o.clause: o for o in check_plan(plan, standard).outcomes}
    assert outcomes["CRC-10.ratio"].verdict is Verdict.FAIL
    assert not outcomes["CRC-10.ratio"].decides
    assert outcomes["CRC-10.ratio"].note.startswith("outranked by COND.stalls")
    assert outcomes["COND.stalls"].verdict is Verdict.PASS
    assert outcomes["COND.stalls"].decides


def test_a_human_item_is_manual_and_says_what_to_look_at() -> None:
    clause = load_standard(("crc-2020",)).clause("CRC-06.goods")
    outcome = judge_clause(plan_from_case({}), clause)
    assert outcome.verdict is Verdict.MANUAL
    assert not outcome.decides
    assert outcome.note == clause.says_en


def test_findings_stand_worst_first() -> None:
    clause = clause_from_case("drawing.floor_area", {"demand": "at_least", "limit": 0.99})
    # 20 m x 10 m x 6 = 1 200 m2; labels of 600 and 1 140 m2 are half and 95 % of it.
    plan = plan_from_case(
        {
            "building": [
                {"id": "right", "box": [0, 0, 20, 10]},
                {"id": "nearly", "box": [30, 0, 50, 10], "floor_area": 1140.0},
                {"id": "half", "box": [60, 0, 80, 10], "floor_area": 600.0},
            ]
        }
    )
    outcome = judge_clause(plan, clause)
    assert [finding.subjects for finding in outcome.findings] == [("half",), ("nearly",), ("right",)]


def test_an_empty_plan_passes_nothing_that_asks_for_a_thing() -> None:
    standard = load_standard(("crc-2020", "guide-2021"))
    plan = plan_from_case({"facts": {"people": 8000}})
    lean = Standard(packs=tuple(pack for pack in standard.packs if pack.name == "crc-2020"))
    report = check_plan(plan, lean)
    passed = [outcome.clause for outcome in report.outcomes if outcome.verdict is Verdict.PASS]
    assert report.verdict is Verdict.FAIL
    assert set(passed) <= {"CRC-00.pop", "CRC-00.large"}


def test_a_drawing_without_a_red_line_fails_by_itself_and_blocks_all_else() -> None:
    plan = plan_from_case({"boundary": "POLYGON EMPTY", "building": [{"box": [0, 0, 20, 10], "dwellings": 12}]})
    report = check_plan(plan, load_standard(("drawing", "crc-2020")))
    verdicts = {outcome.clause: outcome.verdict for outcome in report.outcomes}
    assert verdicts["drawing.boundary"] is Verdict.FAIL
    assert verdicts["CRC-02.count"] is Verdict.BLOCKED
    assert report.verdict is Verdict.FAIL
