"""Usable area of a facility, as its label says, within what is drawn."""

from collections.abc import Iterator

from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.facilities import absent, floor_area_m2, of_kind, silent


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Take the largest usable area of the kind; a label cannot claim more than the floor area drawn."""
    found = of_kind(plan, clause.of)
    if not found:
        yield absent(clause)
        return
    said = [facility for facility in found if facility.usable_m2 > 0.0]
    if not said:
        yield silent(clause, (found[0].id,), "the label does not say the usable area")
        return
    area, name = max((min(f.usable_m2, floor_area_m2(plan, f)), f.id) for f in said)
    yield Finding(subjects=(name,), measured=area, limit=clause.bound, is_declared=True)
