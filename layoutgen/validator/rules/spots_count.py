"""How many points of a kind there are."""

from collections.abc import Iterator

from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Count the points of the clause's kind that lie inside the red line."""
    found = tuple(s.id for s in plan.spots if s.kind.value == clause.of and plan.boundary.covers(s.point))
    yield Finding(subjects=found or (clause.of,), measured=float(len(found)), limit=clause.bound)
