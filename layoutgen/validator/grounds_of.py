"""Grounds that belong to a facility."""

from collections.abc import Sequence

from layoutgen.model.plan import Facility, Ground, Plan, tag
from layoutgen.validator.facilities import lot_of


def grounds_of(plan: Plan, facility: Facility, kinds: Sequence[str]) -> tuple[Ground, ...]:
    """Grounds of the kinds whose label names the facility, or that name none and lie on its lot."""
    lot = lot_of(plan, facility)
    found = []
    for ground in plan.grounds:
        if ground.kind.value not in kinds:
            continue
        of = tag(ground.tags, "of")
        is_on_lot = lot is not None and lot.outline.covers(ground.outline.centroid)
        if of == facility.id or (of is None and is_on_lot):
            found.append(ground)
    return tuple(sorted(found, key=lambda ground: ground.id))
