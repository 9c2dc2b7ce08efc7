"""What a label says is told from what was measured, and a claim without its label never passes (figures F-59)."""

from dataclasses import replace

import pytest

from layoutgen.drawings.facts import read_facts, write_facts
from layoutgen.drawings.labels import parse_label
from layoutgen.drawings.understand import understand_building, understand_facility
from layoutgen.model.kinds import BuildingUse, FacilityKind
from layoutgen.model.plan import Plan
from layoutgen.standards.measures import load_measures
from layoutgen.validator.check import judge_clause
from tests.validator.clause_from_case import clause_from_case
from tests.validator.plan_from_case import plan_from_case
from tests.validator.test_rules import rule_cases

DECLARED = sorted(name for name, measure in load_measures().items() if measure.basis in ("declared", "both"))
# Their label cannot be silent: without the token the reader tells of a defect, and `drawing.defects` decides.
# fire.ground_grade falls back on the fact `grade`, which must be said.
# A building without its heights and storeys is a defect of the drawing.
# walk.step_free hears of steps by `steps=yes` on a way and of levels by the fact `grade`, which must be said.
ALWAYS_SAID = (
    "people.stated",
    "community.people",
    "drawing.community_people",
    "site.height",
    "site.storeys",
    "facility.floors",
    "ways.grade",
    "walk.step_free",
    "fire.ground_grade",
    "building.storey_height",
    "building.height_gap",
)
HEARD_ELSEWHERE = ("ways.clear_width",)  # a road whose label tells of no footway is not walkable, `walk.connected` decides


def _passing(measure: str) -> list[dict[str, object]]:
    return [case for name, case in rule_cases() if name == measure and case["expect"] == "pass"]


def _without_labels(plan: Plan) -> Plan:
    """The same things drawn, every label silent but for what the reader insists on."""
    return replace(
        plan,
        facts=replace(plan.facts, parameters=()),
        lots=tuple(replace(lot, tags=()) for lot in plan.lots),
        ways=tuple(replace(way, tags=(), footway_m=0.0) for way in plan.ways),
        buildings=tuple(replace(building, tags=()) for building in plan.buildings),
        facilities=tuple(replace(f, tags=(), rooms=(), classes=0, children=0, usable_m2=0.0) for f in plan.facilities),
        grounds=tuple(replace(ground, tags=()) for ground in plan.grounds),
        stalls=tuple(replace(stall, ev="") for stall in plan.stalls),
        spots=tuple(replace(spot, tags=()) for spot in plan.spots),
    )


@pytest.mark.parametrize("measure", sorted(set(load_measures()) - {"manual"}))
def test_a_measure_says_whether_it_measures_or_reads_a_label(measure: str) -> None:
    said = set()
    for case in _passing(measure):
        outcome = judge_clause(plan_from_case(case), clause_from_case(measure, case["clause"]))
        said |= {finding.is_declared for finding in outcome.findings if finding.passed}
    known = {"measured": {False}, "declared": {True}, "both": {True, False}}[load_measures()[measure].basis]
    assert said <= known, f"basis of {measure} in standards/data/measures: its rule yields is_declared = {said}"
    assert True not in known or True in said, f"{measure}: no passing case with a declared finding"


@pytest.mark.parametrize("measure", sorted(set(DECLARED) - set(ALWAYS_SAID)))
def test_a_claim_without_its_label_never_passes(measure: str) -> None:
    blocked = [case for name, case in rule_cases() if name == measure and case["expect"] == "blocked"]
    assert blocked or measure in HEARD_ELSEWHERE, f"{measure}: a case in which the label is silent and blocks"
    for case in _passing(measure):
        clause = clause_from_case(measure, {**case["clause"], "force": "must"})
        outcome = judge_clause(_without_labels(plan_from_case(case)), clause)
        assert not any(finding.passed for finding in outcome.findings if finding.is_declared), outcome


@pytest.mark.parametrize("key", ["people", "grade", "household_size"])
def test_a_fact_that_is_left_out_is_a_defect(key: str) -> None:
    facts = plan_from_case({}).facts
    texts = [text for text in write_facts(facts) if not text.startswith(f"{key}=")]
    _, defects = read_facts(texts)
    assert f"The fact {key} is missing." in defects


def test_a_building_that_says_no_storeys_or_heights_is_a_defect() -> None:
    plan = plan_from_case({"building": [{"box": [0, 0, 20, 10]}]})
    outline = plan.buildings[0].footprint
    for text in ("B1 住宅 H19.50/18.00/19.50 1200.00㎡", "B1 住宅 6F 1200.00㎡"):
        with pytest.raises(ValueError, match="must be said"):
            understand_building(parse_label(text), outline, BuildingUse.DWELLING)
    with pytest.raises(ValueError, match="floors is missing"):
        understand_facility(parse_label("F1 托儿所 building=B1"), outline, FacilityKind.NURSERY)
