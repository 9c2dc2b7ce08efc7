"""Facilities that must share a lot or a building."""

from collections.abc import Iterator

from layoutgen.model.plan import Facility, Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.facilities import absent, building_of, lot_of, of_kind


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Look for each of the other kinds on the lots and in the buildings of the facility."""
    found = of_kind(plan, clause.of)
    if not found:
        yield absent(clause)
        return
    places = {place for facility in found for place in _places(plan, facility)}
    for kind in clause.words("with"):
        others = of_kind(plan, kind)
        is_shared = any(places & _places(plan, other) for other in others)
        note = "" if others else f"no {kind} is drawn"
        yield Finding(
            subjects=(found[0].id, others[0].id if others else kind), measured=is_shared, limit=clause.bound, note=note
        )


def _places(plan: Plan, facility: Facility) -> set[str]:
    """Lot on which a facility lies, and its building; not one that the label names and that stands elsewhere."""
    lot, building = lot_of(plan, facility), building_of(plan, facility)
    half = facility.outline.area / 2.0
    is_elsewhere = building is not None and building.footprint.intersection(facility.outline).area <= half
    return ({f"lot {lot.id}"} if lot else set()) | (set() if is_elsewhere else {f"building {facility.building}"})
