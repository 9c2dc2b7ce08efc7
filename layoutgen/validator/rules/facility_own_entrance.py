"""Entrances of a facility's own."""

from collections.abc import Iterator

from layoutgen.geometry.tolerance import LABEL_REACH_M
from layoutgen.model.kinds import SpotKind
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.facilities import absent, groups_by_lot, ids, of_kind


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Count, lot by lot, the doors on the facility's outline that name it."""
    found = of_kind(plan, clause.of)
    if not found:
        yield absent(clause)
    doors = [spot for spot in plan.spots if spot.kind is SpotKind.DOOR]
    for group in groups_by_lot(plan, found):
        outlines = {facility.id: facility.outline for facility in group}
        own = [door for door in doors if door.of in outlines and door.point.distance(outlines[door.of]) <= LABEL_REACH_M]
        yield Finding(subjects=ids(group), measured=float(len(own)), limit=clause.bound)
