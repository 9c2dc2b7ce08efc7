"""The law hangs together: measures have rules, clauses have measures and sources, rules have cases on both sides."""

import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

from layoutgen.model.brief import Conditions
from layoutgen.model.limit import Demand
from layoutgen.model.report import Finding, Force, Inapplicable
from layoutgen.standards.clause import Clause, Standard
from layoutgen.standards.load import load_standard, pack_names
from layoutgen.standards.measures import MANUAL, load_measures
from layoutgen.validator.registry import RULES, merge_rules
from tests.validator.manual_ids_circle import CIRCLE_MANUAL_IDS
from tests.validator.manual_ids_fire import FIRE_MANUAL_IDS
from tests.validator.manual_ids_regional import REGIONAL_MANUAL_IDS
from tests.validator.manual_ids_ways import WAYS_MANUAL_IDS
from tests.validator.plan_from_case import plan_from_case

CASES = Path(__file__).parent / "cases"
EVERY_CONDITION = Conditions(
    far_max=2.5, density_max=0.3, height_max_m=80.0, storeys_max=26, green_min=0.35, stalls_per_household_min=1.0
)
# Clauses that a person must look at: those that the register of figures marks H or "-", and the H part of mixed ones (ID.h).
MANUAL_IDS = [
    *CIRCLE_MANUAL_IDS,
    *REGIONAL_MANUAL_IDS,
    *FIRE_MANUAL_IDS,
    *WAYS_MANUAL_IDS,
    "CRC-00.15min",
    "CRC-00.boundary",
    "CRC-00.handover.h",
    "CRC-00.share.h",
    "CRC-00.small.h",
    "CRC-00.sync.h",
    "CRC-02.age",
    "CRC-03.age",
    "CRC-04.services.h",
    "CRC-05.services.h",
    "CRC-06.goods",
    "CRC-07.stationX",
    "CRC-09.5g",
    "CRC-09.fibre",
    "CRC-09.security",
    "CRC-09.systems.h",
    "CRC-10.ebike.h",
    "CRC-10.existing.h",
    "CRC-12.lift",
    "CRC-12.service.h",
    "CRC-13.sorting",
    "CRC-14.X",
    "CRC-15.X",
    "CRC-15.rest.h",
    "CRC-16.officeX",
    "CRC-16.service",
    "CRC-17",
    "CRC-18",
    "CRC-19",
    "CRC-20",
    "CRC-B.busstop",
    "CRC-B.survey",
    "CRC-B01.room",
    "CRC-B02.code",
    "CRC-B07.touch",
    "CRC-B08.mix",
    "CRC-B09.flood",
    "CRC-B14.codes",
]


def _standard() -> Standard:
    return load_standard(pack_names(), EVERY_CONDITION)


def _clauses() -> list[object]:
    return [pytest.param(clause, id=clause.id) for clause in _standard().clauses]


def test_every_measure_has_a_rule_and_every_rule_a_measure() -> None:
    assert sorted(RULES) == sorted(set(load_measures()) - {MANUAL})


@pytest.mark.parametrize("clause", _clauses())
def test_every_clause_says_where_it_comes_from(clause: Clause) -> None:
    assert clause.source.strip()
    assert clause.says_zh.strip()
    assert clause.says_en.strip()
    assert clause.measure in RULES or clause.measure == MANUAL


@pytest.mark.parametrize("measure", sorted(set(load_measures()) - {MANUAL}))
def test_every_rule_has_a_case_that_passes_and_one_that_fails(measure: str) -> None:
    cases = tomllib.loads((CASES / f"{measure}.toml").read_text(encoding="utf-8"))["case"]
    assert {"pass", "fail"} <= {case["expect"] for case in cases}


def test_every_case_file_is_of_a_known_measure() -> None:
    assert {file.stem for file in CASES.glob("*.toml")} <= set(load_measures())


def test_only_the_pinned_clauses_are_manual() -> None:
    assert sorted(clause.id for clause in _standard().clauses if clause.measure == MANUAL) == sorted(MANUAL_IDS)


def test_only_the_bus_may_block() -> None:
    assert [clause.id for clause in _standard().clauses if clause.may_block] == ["CRC-11.bus"]


def test_no_manual_clause_decides() -> None:
    deciding = [clause for clause in _standard().clauses if clause.decides]
    assert all(clause.measure != MANUAL and clause.force is Force.MUST for clause in deciding)


def test_an_own_or_recalled_figure_decides_only_with_a_reason() -> None:
    text = files("layoutgen.standards").joinpath("data", "decides.toml").read_text(encoding="utf-8")
    reasons = {row["id"]: row["reason"] for row in tomllib.loads(text)["decide"]}
    unsure = {
        clause.id
        for clause in _standard().clauses
        if clause.decides and clause.confidence.value in ("recalled", "own") and clause.pack != "drawing"
    }
    assert unsure == set(reasons)
    assert all(reason.strip() for reason in reasons.values())


@pytest.mark.parametrize("clause", _clauses())
def test_no_rule_passes_or_is_silent_on_an_empty_plan(clause: Clause) -> None:
    if clause.measure == MANUAL:
        return
    results = list(RULES[clause.measure](plan_from_case({"facts": {"people": 8000}}), clause))
    assert results
    assert all(isinstance(result, (Finding, Inapplicable)) for result in results)


def test_a_required_facility_that_is_absent_fails_every_clause_that_decides_about_it() -> None:
    plan = plan_from_case({"facts": {"people": 8000}})
    for clause in _standard().clauses:
        if clause.decides and clause.measure.startswith("facility.") and clause.of and clause.of != "day_care":
            results = list(RULES[clause.measure](plan, clause))
            judged = [result for result in results if isinstance(result, Finding)]
            assert judged or clause.measure == "facility.phase", clause.id
            assert not any(finding.passed for finding in judged), clause.id


def test_two_rules_for_one_measure_are_an_error() -> None:
    with pytest.raises(ValueError, match=r"people\.stated"):
        merge_rules(({"people.stated": RULES["people.stated"]}, {"people.stated": RULES["people.stated"]}))


def test_every_condition_of_a_brief_becomes_a_clause_that_decides() -> None:
    pack = _standard().packs[-1]
    assert pack.name == "conditions"
    assert [clause.bound.high or clause.bound.low for clause in pack.clauses] == [2.5, 0.3, 80.0, 26.0, 0.35, 1.0]
    assert all(clause.decides and clause.bound.demand in (Demand.AT_MOST, Demand.AT_LEAST) for clause in pack.clauses)
