"""Nothing examined never passes: every clause of every pack, on plans from which things are taken away."""

from dataclasses import fields, replace

import pytest

from layoutgen.model.plan import Plan
from layoutgen.model.report import Outcome, Verdict
from layoutgen.standards.clause import Standard
from layoutgen.standards.load import load_standard, pack_names
from layoutgen.validator.check import check_plan
from tests.drawings.hand_made import make_plan
from tests.validator.test_odd_plans import EVERY_CONDITION

PLAN = replace(make_plan(), communities=())
BARE = Plan(facts=PLAN.facts, boundary=PLAN.boundary)
KINDS = tuple(one.name for one in fields(Plan) if isinstance(getattr(PLAN, one.name), tuple) and getattr(PLAN, one.name))
# What a drawing of nothing but its red line still shows: the people that it states, the red line, and that it could be read.
SHOWN_BY_NOTHING = {"people.stated", "community.people", "drawing.people", "drawing.boundary", "drawing.defects"}


@pytest.fixture(scope="module")
def standard() -> Standard:
    return load_standard(pack_names(), EVERY_CONDITION)


def passed(plan: Plan, standard: Standard) -> list[Outcome]:
    return [outcome for outcome in check_plan(plan, standard).outcomes if outcome.verdict is Verdict.PASS]


@pytest.mark.parametrize("kind", KINDS)
def test_what_passes_without_a_kind_of_thing_has_examined_something_else(kind: str, standard: Standard) -> None:
    gone = {one.id for one in getattr(PLAN, kind) if hasattr(one, "id")}
    for outcome in passed(replace(PLAN, **{kind: ()}), standard):
        assert outcome.examined, outcome.clause
        assert all(finding.subjects for finding in outcome.findings), outcome.clause
        assert not [f.subjects for f in outcome.findings if f.subjects and gone.issuperset(f.subjects)], outcome.clause


@pytest.mark.parametrize("kind", KINDS)
def test_one_kind_alone_passes_nothing_that_it_does_not_show(kind: str, standard: Standard) -> None:
    for outcome in passed(replace(BARE, **{kind: getattr(PLAN, kind)}), standard):
        assert outcome.examined, outcome.clause


def test_a_red_line_alone_passes_only_what_it_shows(standard: Standard) -> None:
    measures = {clause.id: clause.measure for clause in standard.clauses}
    assert {measures[outcome.clause] for outcome in passed(BARE, standard)} <= SHOWN_BY_NOTHING


def test_no_red_line_no_things_and_no_people_pass_nothing_but_that_it_could_be_read(standard: Standard) -> None:
    empty = Plan(facts=replace(PLAN.facts, people=0), boundary=type(PLAN.boundary)())
    measures = {clause.id: clause.measure for clause in standard.clauses}
    assert {measures[outcome.clause] for outcome in passed(empty, standard)} <= {"drawing.defects"}


def test_each_community_of_a_divided_site_passes_nothing_that_it_has_not_examined(standard: Standard) -> None:
    divided = replace(make_plan(), buildings=(), facilities=(), windows=())
    for community in check_plan(divided, standard).communities:
        assert not [o.clause for o in community.report.outcomes if o.verdict is Verdict.PASS and not o.examined]
