"""Surface stalls that a car can drive into from a city road."""

from collections.abc import Iterator

import shapely

from layoutgen.geometry.tolerance import SNAP_NODE_M
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.stall_places import firm_ground, stall_places


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Look for firm ground that hangs together with a city road at one side of each stall."""
    if not plan.stalls:
        yield Inapplicable(reason="no surface stall")
        return
    ground = firm_ground(plan)
    for place in stall_places(plan):
        reached = place.front is not None and bool(shapely.intersects(place.front.strip(SNAP_NODE_M), ground))
        yield Finding(subjects=(place.stall.id,), measured=reached, limit=clause.bound)
