"""Straight distance from every dwelling door to the nearest garage."""

from collections.abc import Iterator

import shapely

from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.parked_garages import parked_garages
from layoutgen.walking.places import dwelling_doors


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure to the outline of the garage below."""
    doors = dwelling_doors(plan)
    garages = parked_garages(plan)
    if not doors or not garages:
        yield Inapplicable(reason="no dwelling door drawn" if not doors else "no garage drawn")
        return
    below = shapely.union_all([garage.ground.outline for garage in garages])
    for door in doors:
        yield Finding(subjects=(door.id,), measured=float(door.point.distance(below)), limit=clause.bound)
