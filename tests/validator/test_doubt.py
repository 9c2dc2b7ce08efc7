"""What hangs on something that is not understood never passes; what fails whatever it may be stays failed."""

from dataclasses import fields, replace

import pytest

from layoutgen.model.plan import Building, Plan, Spot, Stall
from layoutgen.model.reading import Defect
from layoutgen.model.report import Outcome, Verdict
from layoutgen.model.silent import silent_area, silent_row
from layoutgen.standards.clause import Clause
from layoutgen.validator.check import judge_clause
from layoutgen.validator.doubt import doubts_of, outcomes_in_doubt
from layoutgen.validator.hearing import deaf, hearing
from layoutgen.validator.judgement import judging, once
from layoutgen.validator.watched import watched
from tests.validator.clause_from_case import clause_from_case
from tests.validator.plan_from_case import plan_from_case
from tests.validator.test_rules import rule_cases

SORTS = (
    *("edges", "context", "window_lines", "blocks", "lots", "ways", "buildings", "facilities"),
    *("windows", "grounds", "stalls", "spots"),
)
FAMILIES = dict(
    zip(
        SORTS,
        (
            *("edge", "context", "neighbour_window", "block", "lot", "way", "building", "facility"),
            *("window", "ground", "stall", "spot"),
        ),
        strict=True,
    )
)
PASSING = [(measure, case) for measure, case in rule_cases() if case["expect"] == "pass"]


def role_of(sort: str, thing: object) -> str:
    kind = getattr(thing, "use" if isinstance(thing, Building) else "kind", "") if not isinstance(thing, Stall) else thing.kind
    return ".".join(part for part in (FAMILIES[sort], str(kind)) if part)


def in_doubt(plan: Plan, clause: Clause) -> Outcome:
    (outcome,) = outcomes_in_doubt(plan, (clause,), judge_clause)
    return outcome


def with_one_more(plan: Plan, sort: str, role: str) -> Plan:
    """Plan with one more thing of a role: a twin of its first."""
    things = getattr(plan, sort)
    twin = next(one for one in things if role_of(sort, one) == role)
    return replace(plan, **{sort: (*things, replace(twin, id="Z-twin"))})


@pytest.mark.parametrize(("measure", "case"), PASSING)
def test_a_measure_that_one_more_thing_changes_does_not_pass_where_such_a_thing_could_not_be_read(measure, case):
    # Whether an unread thing matters is found out in another way than the judge's: by drawing one more.
    plan, clause = plan_from_case(case), clause_from_case(measure, case["clause"])
    roles = {(sort, role_of(sort, one)) for sort in SORTS for one in getattr(plan, sort)}
    sure = judge_clause(plan, clause)
    for sort, role in sorted(roles):
        more = judge_clause(with_one_more(plan, sort, role), clause)
        if (more.verdict, more.findings) != (sure.verdict, sure.findings):
            doubtful = replace(plan, defects=(Defect(says="an outline is not closed", role=role, at=(0.0, 0.0)),))
            assert in_doubt(doubtful, clause).verdict is not Verdict.PASS, role


def silent_home(plan: Plan, name: str) -> Plan:
    """Plan in which a home has lost its label."""
    homes = tuple(silent_area("building.dwelling", name, one.footprint) if one.id == name else one for one in plan.buildings)
    lost = Defect(says="the thing has no label", role="building.dwelling", at=(12.0, 34.0), id=name)
    return replace(plan, buildings=homes, defects=(lost,))


SITE = {
    "building": [
        {"id": "B1", "box": [0, 0, 20, 10], "storeys": 6},
        {"id": "B2", "box": [50, 0, 70, 10], "storeys": 6},
    ],
}


def clause(measure: str, **values: object) -> Clause:
    return clause_from_case(measure, {"demand": "at_most", **values})


def test_a_height_that_a_silent_building_may_break_is_blocked_and_says_where():
    outcome = in_doubt(silent_home(plan_from_case(SITE), "B2"), clause("site.storeys", limit=18))
    assert outcome.verdict is Verdict.BLOCKED
    assert outcome.findings[0].subjects == ("B2",)
    assert outcome.findings[0].blocked == "not understood on the drawing (1): building.dwelling (12.0, 34.0)"


def test_a_height_that_another_building_breaks_stays_failed():
    # B1 has 6 storeys, 4 are allowed: whatever B2 may have, the clause is broken.
    outcome = in_doubt(silent_home(plan_from_case(SITE), "B2"), clause("site.storeys", limit=4))
    assert outcome.verdict is Verdict.FAIL


def test_what_asks_for_outlines_alone_is_judged_without_the_label():
    # Density needs no storeys: 2 x 200 m2 of 40 000 m2.
    outcome = in_doubt(silent_home(plan_from_case(SITE), "B2"), clause("site.density", limit=0.3))
    assert outcome.verdict is Verdict.PASS


def test_a_count_that_something_unread_would_change_is_blocked():
    plan = replace(plan_from_case(SITE), defects=(Defect(says="not closed", role="building.dwelling", at=(90.0, 5.0)),))
    outcome = in_doubt(plan, clause("site.density", limit=0.3))
    assert outcome.verdict is Verdict.BLOCKED
    assert outcome.findings[0].at == (90.0, 5.0)


def test_what_is_missing_of_the_whole_or_of_the_facts_is_the_readers_matter():
    plan = plan_from_case(SITE)
    assert not doubts_of(replace(plan, defects=(Defect(says="the unit"), Defect(says="people is missing", role="facts"))))


def test_what_is_made_once_is_heard_by_everyone_who_uses_it():
    plan = plan_from_case(SITE)
    plan = replace(plan, buildings=(watched(plan.buildings[0]), *plan.buildings[1:]))
    total = once(lambda one: sum(building.storeys for building in one.buildings))
    with judging(plan):
        for _ in range(2):
            with hearing() as heard:
                assert total(plan) == 12
            assert heard == {"B1"}
        with hearing() as heard, deaf():
            total(plan)
        assert heard == set()


def test_a_watched_thing_is_like_the_thing_and_its_shape_and_kind_are_no_question():
    building = plan_from_case(SITE).buildings[0]
    again = watched(building)
    assert isinstance(again, Building)
    with hearing() as heard:
        assert (again.id, again.use, again.footprint) == (building.id, building.use, building.footprint)
    assert heard == set()
    with hearing() as heard:
        assert [getattr(again, one.name) for one in fields(building)] == [
            getattr(building, one.name) for one in fields(building)
        ]
    assert heard == {"B1"}


def test_where_a_point_is_known_to_serve_nobody_asks_its_label():
    spot = plan_from_case({**SITE, "spot": [{"id": "D1", "kind": "door", "at": [10, 0], "of": "B1"}]}).spots[0]
    assert isinstance(spot, Spot)
    with hearing() as heard:
        assert watched(spot).of == "B1"
    assert heard == set()
    with hearing() as heard:
        assert watched(replace(spot, of="")).of == ""
    assert heard == {"D1"}


def test_a_sum_to_which_a_silent_building_without_its_like_would_add_is_blocked_and_not_failed():
    # The one home has no label: no dwellings are counted, 12 are asked, and whoever reads the label may find them.
    plan = plan_from_case({"building": [{"id": "B1", "box": [0, 0, 20, 10], "storeys": 6, "dwellings": 12}]})
    asked = clause_from_case("dwellings.drawn", {"demand": "at_least", "limit": 12})
    assert judge_clause(plan, asked).verdict is Verdict.PASS
    assert judge_clause(silent_home(plan, "B1"), asked).verdict is Verdict.FAIL
    assert in_doubt(silent_home(plan, "B1"), asked).verdict is Verdict.BLOCKED


def test_a_home_whose_only_door_does_not_say_what_it_serves_is_not_failed():
    door = {"id": "D1", "kind": "door", "at": [10, 0], "of": ""}
    plan = plan_from_case({"building": [{"id": "B1", "box": [0, 0, 20, 10], "dwellings": 12}], "spot": [door]})
    lost = Defect(says="the thing has no label", role="spot.door", at=(10.0, 0.0), id="D1")
    asked = clause_from_case("doors.step_free", {"demand": "connected", "of": "dwelling"})
    assert judge_clause(plan, asked).verdict is Verdict.FAIL
    assert in_doubt(replace(plan, defects=(lost,)), asked).verdict is Verdict.BLOCKED


def test_an_edge_that_does_not_say_its_road_fails_no_way_that_ends_on_it():
    case = next(one for measure, one in rule_cases() if measure == "ways.city_links" and one["expect"] == "pass")
    plan, asked = plan_from_case(case), clause_from_case("ways.city_links", case["clause"])
    edges = tuple(silent_row("edge", one.id, one.line) for one in plan.edges)
    lost = tuple(Defect(says="no label", role="edge", at=(0.0, 0.0), id=one.id) for one in edges)
    silent = replace(plan, edges=edges, defects=lost)
    assert judge_clause(silent, asked).verdict is Verdict.FAIL
    assert in_doubt(silent, asked).verdict is Verdict.BLOCKED
