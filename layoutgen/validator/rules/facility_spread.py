"""How far other facilities stand from the one round which they should gather."""

from collections.abc import Iterator

from layoutgen.model.plan import Facility, Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.facilities import Group, absent, lot_of, of_kind


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure to the nearest facility of each kind; things on one lot stand together."""
    middle = of_kind(plan, clause.of)
    if not middle:
        yield absent(clause)
        return
    for kind in clause.words("kinds"):
        others = of_kind(plan, kind)
        gaps = [(_gap(plan, other, middle), other.id) for other in others]
        distance, name = min(gaps, default=(None, kind))
        note = "" if others else f"no {kind} is drawn"
        yield Finding(subjects=(middle[0].id, name), measured=distance, limit=clause.bound, note=note)


def _gap(plan: Plan, other: Facility, middle: Group) -> float:
    return min(0.0 if _share_a_lot(plan, other, one) else float(other.outline.distance(one.outline)) for one in middle)


def _share_a_lot(plan: Plan, a: Facility, b: Facility) -> bool:
    lot = lot_of(plan, a)
    return lot is not None and lot_of(plan, b) == lot
