"""Floor area of a facility: its outlines times their floors."""

from collections.abc import Iterator

from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.facilities import Group, absent, floor_area_m2, groups_by_lot, ids, of_kind


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Sum floor areas: the largest of the lots, or all of them, or each facility for itself."""
    found = of_kind(plan, clause.of)
    if not found:
        yield absent(clause)
        return
    per = clause.text("per", "lot")
    groups = (
        ((found,) if per == "all" else tuple((f,) for f in found)) if per in ("all", "each") else groups_by_lot(plan, found)
    )
    sums = [(sum(floor_area_m2(plan, f) for f in group), group) for group in groups]
    for area, group in sums if per == "each" else [max(sums, key=_area_then_id)]:
        yield Finding(subjects=ids(group), measured=area, limit=clause.bound)


def _area_then_id(item: tuple[float, Group]) -> tuple[float, tuple[str, ...]]:
    return item[0], ids(item[1])
