"""Bicycle sheds and racks on the plan."""

from collections.abc import Iterator

from layoutgen.model.kinds import GroundKind
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Count the sheds."""
    sheds = [ground.id for ground in plan.grounds if ground.kind is GroundKind.BIKE_SHED]
    yield Finding(subjects=tuple(sheds) or ("site",), measured=float(len(sheds)), limit=clause.bound)
