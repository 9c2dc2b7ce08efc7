"""Fire lanes of high-rise dwellings run on the side of the fire ground."""

from collections.abc import Iterator

import shapely
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.sides import sides
from layoutgen.model.kinds import BuildingUse
from layoutgen.model.plan import Building, Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.fire_grounds import high_rises, served_buildings
from layoutgen.validator.lanes import usable_lanes


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure the lane along the side that has the most of the building's own fire ground before it."""
    buildings = [building for building in high_rises(plan) if building.use is BuildingUse.DWELLING]
    if not buildings:
        yield Inapplicable(reason="no high-rise dwelling building")
        return
    lanes = usable_lanes(plan, clause.number("width_m"))
    reach = clause.number("reach_m")
    for building in buildings:
        around = sides(building.footprint)
        ground = _own_ground(plan, building)
        covers = [side.cover(ground, reach) for side in around]
        rescue = around[covers.index(max(covers))]
        share = rescue.cover(lanes, reach) / rescue.length if max(covers) > 0.0 else 0.0
        yield Finding(subjects=(building.id,), measured=share, limit=clause.bound, note="" if share else "no lane or no ground")


def _own_ground(plan: Plan, building: Building) -> BaseGeometry:
    """Fire grounds that serve a building: a neighbour's ground may lie as near on its other side."""
    return shapely.union_all([ground.outline for ground, served in served_buildings(plan) if served.id == building.id])
