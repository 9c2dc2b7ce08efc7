"""Fire lanes as they can be driven: outlines without what stands on them, and only where they are wide enough."""

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.tolerance import LENGTH_EPS_M
from layoutgen.model.kinds import GroundKind
from layoutgen.model.plan import Plan, Way
from layoutgen.validator.judgement import once, once_each

STANDING = (GroundKind.BIKE_SHED, GroundKind.RAMP, GroundKind.GATEHOUSE)


def standing_things(plan: Plan) -> tuple[BaseGeometry, ...]:
    """Outlines of all that an engine cannot drive over: stalls, sheds, ramps, buildings."""
    return (
        *(stall.outline for stall in plan.stalls),
        *(ground.outline for ground in plan.grounds if ground.kind in STANDING),
        *(building.footprint for building in plan.buildings),
        *(building.footprint for building in plan.context),
    )


def clear_outlines(plan: Plan, ways: tuple[Way, ...]) -> list[BaseGeometry]:
    """Outline of each way without what stands on it."""
    things = standing_things(plan)
    if not things:
        return [way.outline for way in ways]
    tree = shapely.STRtree(things)
    found: list[BaseGeometry] = []
    for way in ways:
        near = sorted(tree.query(way.outline, predicate="intersects").tolist())
        cut = shapely.union_all([things[i] for i in near])
        found.append(shapely.difference(way.outline, cut) if near else way.outline)
    return found


def _all_clear_outlines(plan: Plan) -> list[BaseGeometry]:
    return clear_outlines(plan, plan.ways)


all_clear_outlines = once(_all_clear_outlines)  # of every way, in the plan's order


def _usable_lanes(plan: Plan, width_m: float) -> BaseGeometry:
    lanes = tuple(way for way in plan.ways if way.is_fire_lane)
    outlines = np.array(clear_outlines(plan, lanes), dtype=object)
    grown = shapely.union_all(shapely.buffer(outlines, LENGTH_EPS_M, join_style="mitre"))
    half = width_m / 2.0 - LENGTH_EPS_M
    core = shapely.buffer(grown, -half - LENGTH_EPS_M, join_style="mitre")
    return shapely.intersection(shapely.buffer(core, half, join_style="mitre"), shapely.union_all(outlines))


# Ground of the fire lanes where a strip of the width [m] can be driven; the grid's hairline between two lanes parts none.
usable_lanes = once_each(_usable_lanes)
