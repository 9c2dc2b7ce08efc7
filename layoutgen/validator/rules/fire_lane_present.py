"""Fire lanes: every building has one within reach."""

from collections.abc import Iterator

import shapely

from layoutgen.geometry.tolerance import LENGTH_EPS_M
from layoutgen.model.kinds import RoadClass
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.lanes import usable_lanes


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure from each building to the nearest fire lane that is wide enough, or city road along the boundary."""
    if not plan.buildings:
        yield Inapplicable(reason="no building")
        return
    roads = [edge.line for edge in plan.edges if edge.road_class is not RoadClass.NONE]
    reachable = shapely.union_all([usable_lanes(plan, clause.number("width_m")), *roads])
    reach = clause.number("reach_m")
    for building in plan.buildings:
        gap = float(shapely.distance(building.footprint, reachable))
        yield Finding(
            subjects=(building.id,),
            measured=gap <= reach + LENGTH_EPS_M,
            limit=clause.bound,
            note=f"nearest fire lane or city road at {gap:.2f} m" if gap == gap else "no fire lane",
        )
