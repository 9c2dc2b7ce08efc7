"""Entrances of a facility's own."""

from collections.abc import Iterator

from layoutgen.geometry.tolerance import LABEL_REACH_M
from layoutgen.model.kinds import SpotKind
from layoutgen.model.plan import Facility, Plan, Spot
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.facilities import absent, building_of, groups_by_lot, ids, of_kind


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Count, lot by lot, the doors that name the facility, on its outline and on its building's outer wall."""
    found = of_kind(plan, clause.of)
    if not found:
        yield absent(clause)
    doors = [spot for spot in plan.spots if spot.kind is SpotKind.DOOR]
    for group in groups_by_lot(plan, found):
        own = [door for facility in group for door in doors if door.of == facility.id and _is_outside(plan, facility, door)]
        yield Finding(subjects=ids(group), measured=float(len(own)), limit=clause.bound)


def _is_outside(plan: Plan, facility: Facility, door: Spot) -> bool:
    """Whether a door leads from a facility into the open: not to its neighbour in the same building."""
    building = building_of(plan, facility)
    is_outer = building is None or door.point.distance(building.footprint.exterior) <= LABEL_REACH_M
    return is_outer and door.point.distance(facility.outline) <= LABEL_REACH_M
