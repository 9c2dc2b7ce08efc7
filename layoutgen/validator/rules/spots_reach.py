"""Straight distance from every dwelling door to the nearest point of a kind ``of``."""

import math
from collections.abc import Iterator

from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.walking.places import dwelling_doors


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure from each door."""
    doors = dwelling_doors(plan)
    if not doors:
        yield Inapplicable(reason="no dwelling door drawn")
    points = [spot.point for spot in plan.spots if spot.kind.value == clause.of]
    for door in doors:
        nearest = min((float(door.point.distance(point)) for point in points), default=math.inf)
        yield Finding(subjects=(door.id,), measured=nearest if points else None, limit=clause.bound)
