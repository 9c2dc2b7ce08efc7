"""A divided drawing is judged community by community."""

from dataclasses import replace

from layoutgen.model.plan import Plan
from layoutgen.model.report import Outcome, Report, Verdict
from layoutgen.standards.clause import Pack, Standard
from layoutgen.standards.load import load_standard
from layoutgen.validator.check import check_plan
from tests.indicators.test_communities import DIVIDED
from tests.validator.clause_from_case import clause_from_case
from tests.validator.plan_from_case import plan_from_case

PEOPLE = replace(clause_from_case("people.stated", {"demand": "at_most", "limit": 7000.0}), id="people")
OVERLAPS = replace(clause_from_case("drawing.overlaps", {"demand": "at_most", "limit": 0.0}), id="whole", is_of_site=True)
KINDS = replace(clause_from_case("facility.kinds", {"demand": "includes", "limit": ["toilet"]}), id="kinds")


def judged(plan: Plan, *clauses: object) -> Report:
    pack = Pack(name="p", title_zh="p", title_en="p", clauses=clauses)  # type: ignore[arg-type]
    return check_plan(plan, Standard(packs=(pack,)))


def outcome(report: Report, clause: str) -> Outcome:
    return next(one for one in report.outcomes if one.clause == clause)


def test_every_community_has_its_verdict_and_the_worst_is_the_whole() -> None:
    # C1 has 7 500 people, C2 6 500
    report = judged(plan_from_case(DIVIDED), PEOPLE)
    assert [(one.id, one.people, one.report.outcomes[0].verdict) for one in report.communities] == [
        ("C1", 7500, Verdict.FAIL),
        ("C2", 6500, Verdict.PASS),
    ]
    assert outcome(report, "people").verdict is Verdict.FAIL
    assert outcome(report, "people").examined == 2


def test_findings_say_their_community() -> None:
    report = judged(plan_from_case(DIVIDED), PEOPLE, OVERLAPS)
    assert [finding.subjects for finding in outcome(report, "people").findings] == [("C1", "people"), ("C2", "people")]
    named = {finding.subjects for finding in outcome(report, "whole").findings}
    assert ("C1-B1",) in named  # its id says it


def test_what_speaks_of_the_site_is_judged_once() -> None:
    report = judged(plan_from_case(DIVIDED), OVERLAPS, PEOPLE)
    assert [one.clause for one in report.outcomes] == ["whole", "people"]
    assert all([one.clause for one in part.report.outcomes] == ["people"] for part in report.communities)


def test_a_community_without_what_it_must_have_fails_whatever_the_other_has() -> None:
    toilet = {"id": "C1-F1", "kind": "toilet", "box": [40, 60, 50, 72], "building": "C1-B1"}
    report = judged(plan_from_case(DIVIDED | {"facility": [toilet]}), KINDS)
    assert [one.report.outcomes[0].verdict for one in report.communities] == [Verdict.PASS, Verdict.FAIL]
    assert outcome(report, "kinds").verdict is Verdict.FAIL


def test_an_empty_community_never_passes_for_having_nothing() -> None:
    bare = plan_from_case(DIVIDED)
    bare = replace(bare, buildings=tuple(b for b in bare.buildings if b.id != "C2-B1"), windows=())
    report = judged(bare, OVERLAPS, replace(OVERLAPS, id="own", is_of_site=False))
    assert report.communities[1].report.outcomes[0].verdict is Verdict.NOT_APPLICABLE
    assert "C2: no building and no land is drawn" in outcome(report, "own").note


def test_an_undivided_drawing_has_no_communities_in_its_report() -> None:
    plan = plan_from_case({key: value for key, value in DIVIDED.items() if key != "community"})
    report = judged(plan, PEOPLE)
    assert report.communities == ()
    assert outcome(report, "people").verdict is Verdict.FAIL  # 14 000


def test_people_missing_in_one_community_are_not_made_up_for_by_another() -> None:
    # 36 dwellings x 3.2 = 115.2 people in each: C1 states 115, C2 states 230
    housed = next(clause for clause in load_standard(("drawing",)).clauses if clause.id == "drawing.people")
    people = [{"id": "C1", "box": [0, 0, 250, 300], "people": 115}, {"id": "C2", "box": [276, 0, 526, 300], "people": 230}]
    report = judged(plan_from_case(DIVIDED | {"community": people}), housed)
    assert [one.report.outcomes[0].verdict for one in report.communities] == [Verdict.PASS, Verdict.FAIL]
