"""Distance of fire lanes from walls."""

from collections.abc import Iterator

import shapely

from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure from each building to the nearest edge of a fire lane."""
    lanes = shapely.union_all([way.outline for way in plan.ways if way.is_fire_lane])
    if lanes.is_empty or not plan.buildings:
        yield Inapplicable(reason="no fire lane" if lanes.is_empty else "no building")
        return
    for building in plan.buildings:
        yield Finding(subjects=(building.id,), measured=float(shapely.distance(building.footprint, lanes)), limit=clause.bound)
