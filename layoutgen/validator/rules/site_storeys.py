"""Storeys of every building above ground."""

from collections.abc import Iterator

from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Hold every building's storeys, as labelled, against the cap."""
    if not plan.buildings:
        yield Inapplicable(reason="no building drawn")
    for building in plan.buildings:
        yield Finding(subjects=(building.id,), measured=float(building.storeys), limit=clause.bound, is_declared=True)
