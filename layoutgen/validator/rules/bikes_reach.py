"""Straight distance from every dwelling door to the nearest bicycle shed."""

import math
from collections.abc import Iterator

from layoutgen.model.kinds import GroundKind
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.walking.places import dwelling_doors


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure from each door to the sheds' outlines."""
    doors = dwelling_doors(plan)
    if not doors:
        yield Inapplicable(reason="no dwelling door drawn")
    sheds = [ground.outline for ground in plan.grounds if ground.kind is GroundKind.BIKE_SHED]
    for door in doors:
        nearest = min((float(door.point.distance(shed)) for shed in sheds), default=math.inf)
        yield Finding(subjects=(door.id,), measured=nearest if sheds else None, limit=clause.bound)
