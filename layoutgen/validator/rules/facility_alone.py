"""Facilities with a building of their own."""

from collections.abc import Iterator

from layoutgen.model.plan import Facility, Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.facilities import each_or_absent


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Tell for each facility whether its building holds no other kind."""
    for item in each_or_absent(plan, clause):
        if not isinstance(item, Facility):
            yield item
            continue
        others = sorted({f.kind.value for f in plan.facilities if f.building == item.building and f.kind is not item.kind})
        yield Finding(
            subjects=(item.id,), measured=not others, limit=clause.bound, note=f"with {', '.join(others)}" if others else ""
        )
