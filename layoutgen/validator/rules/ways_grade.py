"""Steepest grade of the ways, as the drawing's facts declare it."""

from collections.abc import Iterator

from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Hold the declared grade; a plan without ways has none."""
    if not plan.ways:
        yield Inapplicable(reason="no way drawn")
        return
    yield Finding(subjects=("site",), measured=plan.facts.grade, limit=clause.bound, is_declared=True)
