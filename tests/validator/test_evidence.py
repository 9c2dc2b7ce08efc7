"""Every finding can be looked up: by its fingerprint in a later report, by its place on the drawing."""

import random
from dataclasses import replace
from itertools import chain

import pytest
import shapely
from shapely import affinity

from layoutgen.model.plan import Plan
from layoutgen.model.report import Report
from layoutgen.standards.load import load_standard
from layoutgen.validator.check import check_plan
from tests.drawings.hand_made import make_plan

PACKS = ("drawing", "crc-2020", "fire", "parking", "kindergarten")


@pytest.fixture(scope="module")
def plan() -> Plan:
    return replace(make_plan(), communities=())


@pytest.fixture(scope="module")
def report(plan: Plan) -> Report:
    return check_plan(plan, load_standard(PACKS))


def codes(report: Report) -> dict[str, tuple[str, ...]]:
    return {finding.fingerprint: finding.subjects for outcome in report.outcomes for finding in outcome.findings}


def test_every_finding_has_a_fingerprint_of_its_own(report):
    assert len(codes(report)) == sum(outcome.examined for outcome in report.outcomes)
    assert "" not in codes(report)


def test_fingerprints_stay_when_the_order_of_things_changes(plan, report):
    chance = random.Random(3)
    shuffled = replace(plan, buildings=tuple(chance.sample(plan.buildings, len(plan.buildings))))
    shuffled = replace(shuffled, windows=tuple(reversed(plan.windows)), spots=tuple(reversed(plan.spots)))
    after = codes(check_plan(shuffled, load_standard(PACKS)))
    assert {code: names for code, names in after.items() if code not in codes(report)} == {}
    assert len(after) == len(codes(report))


def test_other_findings_change_none(plan, report):
    """One house less: whatever does not speak of it keeps its fingerprint."""
    gone = plan.buildings[0].id
    fewer = replace(plan, buildings=plan.buildings[1:])
    after = codes(check_plan(fewer, load_standard(("drawing", "parking"))))
    before = codes(check_plan(plan, load_standard(("drawing", "parking"))))
    assert {code for code, subjects in before.items() if gone not in subjects} <= set(after)


def test_what_is_not_met_lies_where_its_thing_is_drawn(plan, report):
    shapes = {one.id: one.footprint for one in plan.buildings} | {
        one.id: one.outline for one in chain(plan.blocks, plan.lots, plan.grounds, plan.stalls)
    }
    told = [(f, shapes[f.subjects[0]]) for o in report.outcomes for f in o.findings if f.at and f.subjects[0] in shapes]
    assert len(told) > 20
    for finding, shape in told:
        reach = finding.measured if isinstance(finding.measured, float) and finding.limit.unit == "m" else 0.0
        assert shape.distance(shapely.Point(finding.at)) <= reach / 2.0 + 0.01, (finding.subjects, finding.at)
    assert all(f.at for o in report.outcomes for f in o.findings if not f.passed and f.subjects[0] in shapes)


def test_a_distance_that_is_too_short_is_placed_between_both_walls(plan):
    first, second = plan.buildings[0], plan.buildings[1]
    near = affinity.translate(second.footprint, first.footprint.bounds[2] + 4.0 - second.footprint.bounds[0], 0.0)
    near = affinity.translate(near, 0.0, first.footprint.bounds[1] - near.bounds[1])
    moved = replace(plan, buildings=(first, replace(second, footprint=near), *plan.buildings[2:]))
    outcome = next(o for o in check_plan(moved, load_standard(("fire",))).outcomes if o.clause == "FIRE-01")
    finding = next(f for f in outcome.findings if set(f.subjects) == {first.id, second.id})
    assert finding.measured == pytest.approx(4.0)
    assert finding.at is not None
    assert finding.at[0] == pytest.approx(first.footprint.bounds[2] + 2.0)
