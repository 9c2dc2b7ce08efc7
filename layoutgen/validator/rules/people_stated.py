"""The population stated on the drawing."""

from collections.abc import Iterator

from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Hold the stated population against the limit."""
    yield Finding(subjects=("people",), measured=float(plan.facts.people), limit=clause.bound, is_declared=True)
