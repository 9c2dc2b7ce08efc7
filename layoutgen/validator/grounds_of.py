"""Grounds that belong to a facility."""

from collections.abc import Sequence

from layoutgen.model.plan import Facility, Ground, Plan, tag
from layoutgen.validator.facilities import lot_of


def grounds_of(plan: Plan, facility: Facility, kinds: Sequence[str]) -> tuple[Ground, ...]:
    """Grounds of the kinds whose label names the facility, or that name none and lie on its lot.

    A facility with a plot of its own, as a kindergarten, has its grounds there: one drawn elsewhere is not its, whatever the
    label says.
    """
    lot = lot_of(plan, facility)
    has_plot = lot is not None and lot.kind.value == facility.kind.value
    found = []
    for ground in plan.grounds:
        if ground.kind.value not in kinds:
            continue
        of = tag(ground.tags, "of")
        is_on_lot = lot is not None and lot.outline.covers(ground.outline.centroid)
        is_named = of == facility.id
        if (is_on_lot and (is_named or of is None)) or (is_named and not has_plot):
            found.append(ground)
    return tuple(sorted(found, key=lambda ground: ground.id))
