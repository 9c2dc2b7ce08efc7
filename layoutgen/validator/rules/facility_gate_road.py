"""How far the gates of a facility stand from the busy roads along the site."""

from collections.abc import Iterator

import shapely
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.tolerance import LABEL_REACH_M
from layoutgen.model.plan import Facility, Plan, Spot
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.facilities import each_or_absent, lot_of
from layoutgen.walking.places import GATES, facility_doors


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure from every gate; without a road of the classes there is nothing to face."""
    classes = clause.words("classes")
    roads = shapely.union_all([edge.line for edge in plan.edges if edge.road_class.value in classes])
    for item in each_or_absent(plan, clause):
        if not isinstance(item, Facility):
            yield item
        elif roads.is_empty:
            yield Inapplicable(reason=f"no road along the site is {' or '.join(classes)}")
        else:
            yield from _of_facility(plan, clause, item, roads)


def _of_facility(plan: Plan, clause: Clause, facility: Facility, roads: BaseGeometry) -> Iterator[Finding | Inapplicable]:
    gates = _gates(plan, facility) or facility_doors(plan, facility)
    if not gates:
        silence = "neither gate nor door of it is drawn"
        yield Finding(subjects=(facility.id,), measured=None, limit=clause.bound, blocked=silence)
    for gate in gates:
        yield Finding(subjects=(facility.id, gate.id), measured=float(gate.point.distance(roads)), limit=clause.bound)


def _gates(plan: Plan, facility: Facility) -> tuple[Spot, ...]:
    """Gates that name the facility, its building or its lot, or that name nothing and stand on the edge of its lot."""
    lot = lot_of(plan, facility)
    names = {facility.id, facility.building, lot.id if lot else facility.id}
    edge = lot.outline.exterior if lot else None
    return tuple(
        spot
        for spot in plan.spots
        if spot.kind in GATES
        and (spot.of in names or (not spot.of and edge is not None and spot.point.distance(edge) <= LABEL_REACH_M))
    )
