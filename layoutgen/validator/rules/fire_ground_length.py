"""Fire grounds 消防车登高操作场地 along each high-rise: long enough for its long side and a quarter of its perimeter."""

from collections.abc import Iterator

import shapely

from layoutgen.geometry.sides import sides
from layoutgen.geometry.tolerance import LENGTH_EPS_M
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.fire_grounds import fire_grounds, high_rises


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure the ground before the four sides of each high-rise."""
    buildings = high_rises(plan)
    if not buildings:
        yield Inapplicable(reason="no high-rise building")
        return
    ground = shapely.union_all([g.outline for g in fire_grounds(plan)])
    reach = clause.number("reach_m")
    for building in buildings:
        around = sides(building.footprint)
        needed = max(around[0].length, float(building.footprint.length) / 4.0)
        found = sum(side.cover(ground, reach) for side in around)
        found = needed if 0.0 < needed - found <= LENGTH_EPS_M else found  # the drawing's grid
        note = f"{found:.2f} m of {needed:.2f} m"
        yield Finding(subjects=(building.id,), measured=found / needed, limit=clause.bound, note=note)
