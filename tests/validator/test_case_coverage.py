"""Every rule is tried just inside, exactly on and just outside its limit, and where the thing is absent.

A case that passes exactly on its limit is judged twice more: with the limit a hundredth looser it must still pass, with the
limit a hundredth tighter it must fail. A rule whose limit is not the clause's own (it follows from the plan) needs such cases
of its own.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pytest

from layoutgen.model.limit import Demand, Limit
from layoutgen.model.report import Finding, Outcome, Verdict
from layoutgen.standards.clause import Clause
from layoutgen.standards.measures import MANUAL, load_measures
from layoutgen.validator.check import judge_clause
from tests.validator.clause_from_case import clause_from_case
from tests.validator.plan_from_case import plan_from_case
from tests.validator.test_rules import FOLDER, cases_of

NO_NUMBER = (Demand.CONNECTED, Demand.INCLUDES)
NEAR = 0.1  # a margin of this share of the limit is near it
STEP = 0.01


def _shifted(clause: Clause, direction: float) -> Clause:
    """Clause with every figure a hundredth looser (+1) or tighter (-1)."""

    def limit(old: Limit) -> Limit:
        scale = max(abs(old.low or 0.0), abs(old.high or 0.0))
        step = direction * max(STEP * scale, 3.0 * old.tolerance, STEP)
        low = None if old.low is None else old.low - step
        return replace(old, low=low, high=None if old.high is None else old.high + step)

    rows = tuple(replace(row, limit=limit(row.limit)) for row in clause.rows)
    return replace(clause, limit=None if clause.limit is None else limit(clause.limit), rows=rows)


def _is_on(finding: Finding) -> bool:
    margin = finding.limit.margin(finding.measured)
    return margin is not None and abs(margin) <= max(finding.limit.tolerance, 1e-9)


@cache
def _on_the_limit() -> tuple[tuple[str, str, int], ...]:
    """Measure, name and number of the cases that pass with a finding exactly on the limit of the clause itself."""
    found = []
    for measure in sorted(set(load_measures()) - {MANUAL}):
        for number, case in enumerate(cases_of(measure)):
            outcome = judge_clause(plan_from_case(case), clause_from_case(measure, case["clause"]))
            is_own = clause_from_case(measure, case["clause"]).limit in {finding.limit for finding in outcome.findings}
            has_rows = bool(clause_from_case(measure, case["clause"]).rows)
            if outcome.verdict is Verdict.PASS and (is_own or has_rows) and any(map(_is_on, outcome.findings)):
                found.append((measure, str(case["name"]), number))
    return tuple(found)


@pytest.mark.parametrize(("measure", "name", "number"), _on_the_limit())
def test_a_hundredth_decides(measure: str, name: str, number: int) -> None:
    case = cases_of(measure)[number]
    clause, plan = clause_from_case(measure, case["clause"]), plan_from_case(case)
    assert judge_clause(plan, _shifted(clause, 1.0)).verdict is Verdict.PASS, name
    assert judge_clause(plan, _shifted(clause, -1.0)).verdict is Verdict.FAIL, name


def _tried(outcome: Outcome) -> Iterator[str]:
    if outcome.verdict is Verdict.NOT_APPLICABLE:
        yield "absent"
    for finding in outcome.findings:
        if not finding.measured:  # nothing, False, 0 or no words
            yield "absent"
        margin = finding.limit.margin(finding.measured)
        if finding.limit.demand not in NO_NUMBER and margin is not None:
            scale = max(abs(finding.limit.low or 0.0), abs(finding.limit.high or 0.0))
            if _is_on(finding):
                yield "on"
            elif abs(margin) <= max(NEAR * scale, 1.0):
                yield "inside" if margin > 0.0 else "outside"


@pytest.mark.parametrize("measure", sorted(set(load_measures()) - {MANUAL}))
def test_every_rule_is_tried_on_both_sides_and_on_nothing(measure: str) -> None:
    outcomes = [judge_clause(plan_from_case(case), clause_from_case(measure, case["clause"])) for case in cases_of(measure)]
    tried = {word for outcome in outcomes for word in _tried(outcome)}
    if any(name == measure for name, _, _ in _on_the_limit()):
        tried |= {"inside", "outside"}  # by the limit moved, see test_a_hundredth_decides
    limits = [finding.limit for outcome in outcomes for finding in outcome.findings]
    is_number = any(limit.demand not in NO_NUMBER for limit in limits)
    is_floor_or_cap_of_nothing = all(limit.high == 0.0 and limit.low in (None, 0.0) for limit in limits)
    wanted = {"absent"} | ({"on", "outside"} if is_number else set())
    wanted |= {"inside"} if is_number and not is_floor_or_cap_of_nothing else set()
    assert wanted <= tried, f"{FOLDER.name}/{measure}.toml has no case that is {', '.join(sorted(wanted - tried))}"
