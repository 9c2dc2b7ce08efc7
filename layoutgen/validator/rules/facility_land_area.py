"""Land area of a facility: the lot it stands on."""

from collections.abc import Iterator

from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.facilities import absent, lot_of, of_kind


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure the largest lot that holds a facility of the kind; one of another kind of lot has no land of its own."""
    found = of_kind(plan, clause.of)
    if not found:
        yield absent(clause)
        return
    areas = []
    for facility in found:
        lot = lot_of(plan, facility)
        is_own = lot is not None and clause.text("lot_kind", lot.kind.value) == lot.kind.value
        areas.append((float(lot.outline.area) if lot is not None and is_own else 0.0, facility.id))
    area, name = max(areas)
    yield Finding(subjects=(name,), measured=area, limit=clause.bound, note="" if area else "no lot of its own")
