"""A facility's part of the lot that it shares with others, by floor area: how annex A divides the land of mixed buildings."""

from collections.abc import Iterator

from layoutgen.model.kinds import LotKind
from layoutgen.model.plan import Lot, Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.facilities import Group, absent, floor_area_m2, groups_by_lot, ids, lot_of, of_kind


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure the largest part that the facilities of the kind have of one lot; in a garden they have none of their own."""
    found = of_kind(plan, clause.of)
    if not found:
        yield absent(clause)
        return
    parts = []
    for group in groups_by_lot(plan, found):
        lot = lot_of(plan, group[0])
        if lot is not None and lot.kind is not LotKind.GARDEN:
            parts.append((_part_m2(plan, group, lot), ids(group)))
    if not parts:
        yield Inapplicable(reason=f"every {clause.of} stands in a garden or a block and has no land of its own")
        return
    area, names = max(parts)
    yield Finding(subjects=names, measured=area, limit=clause.bound)


def _part_m2(plan: Plan, group: Group, lot: Lot) -> float:
    on_lot = [facility for facility in plan.facilities if lot_of(plan, facility) == lot]
    whole = sum(floor_area_m2(plan, facility) for facility in on_lot)
    own = sum(floor_area_m2(plan, facility) for facility in group)
    return float(lot.outline.area) * (own / whole if whole else len(group) / len(on_lot))
