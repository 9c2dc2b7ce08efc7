"""Facilities that must share a lot or a building."""

from collections.abc import Iterator

from layoutgen.model.plan import Facility, Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.facilities import absent, lot_of, of_kind


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
    lot = lot_of(plan, facility)
    return {f"building {facility.building}"} | ({f"lot {lot.id}"} if lot else set())
