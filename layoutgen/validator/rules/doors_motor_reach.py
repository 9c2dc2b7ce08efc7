"""From every door of a dwelling building to the road on which a car comes from the city."""

import math
from collections.abc import Iterator

from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.motor_ways import driven_ground
from layoutgen.walking.places import dwelling_doors, homes_without_door


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure straight from each door to the nearest motor way of the width asked that leads to a city road."""
    doors, closed = dwelling_doors(plan), homes_without_door(plan)
    if not doors and not closed:
        yield Inapplicable(reason="no dwelling building")
    for name in closed:
        yield Finding(subjects=(name,), measured=None, limit=clause.bound, note="a dwelling building without a door")
    ground = driven_ground(plan, clause.number("width_m"))
    for door in doors:
        gap = math.inf if ground.is_empty else float(door.point.distance(ground))
        yield Finding(subjects=(door.id,), measured=gap, limit=clause.bound)
