"""People for each facility of a kind: how many must share one."""

from collections.abc import Iterator

from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.facilities import absent, ids, of_kind


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Divide the people stated by the facilities drawn."""
    found = of_kind(plan, clause.of)
    if not found:
        yield absent(clause)
        return
    note = f"{len(found)} for {plan.facts.people} people"
    yield Finding(subjects=ids(found), measured=plan.facts.people / len(found), limit=clause.bound, note=note)
