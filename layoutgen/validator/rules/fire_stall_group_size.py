"""Groups of surface stalls: how many cars each holds."""

from collections.abc import Iterator

from layoutgen.geometry.tolerance import LENGTH_EPS_M
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.stall_groups import groups_of


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Count the stalls of every group that lies clear of the others."""
    if not plan.stalls:
        yield Inapplicable(reason="no surface stalls")
    for group in groups_of(plan.stalls, clause.number("apart_m") - LENGTH_EPS_M):
        yield Finding(subjects=(group[0].id,), measured=float(len(group)), limit=clause.bound)
