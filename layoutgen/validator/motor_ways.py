"""Ways that cars drive on: which they are, where they meet the city's roads, and the ground from which the city is reached."""

import shapely
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.parts import polygons
from layoutgen.geometry.tolerance import CITY_REACH_M, LENGTH_EPS_M, TOUCH_EPS_M
from layoutgen.model.kinds import RoadClass, WayKind
from layoutgen.model.plan import Plan, Way
from layoutgen.validator.lanes import clear_outlines

OWN_KINDS = (WayKind.ATTACHED, WayKind.MAIN, WayKind.ACCESS)


def motor_ways(plan: Plan) -> tuple[Way, ...]:
    """Every way but the footpaths."""
    return tuple(way for way in plan.ways if way.kind is not WayKind.FOOTPATH)


def own_motor_ways(plan: Plan) -> tuple[Way, ...]:
    """Motor ways inside the blocks: public streets left out."""
    return tuple(way for way in plan.ways if way.kind in OWN_KINDS)


def city_roads(plan: Plan) -> BaseGeometry:
    """Edges of the boundary along a road, and the land of the public streets."""
    edges = [edge.line for edge in plan.edges if edge.road_class is not RoadClass.NONE]
    streets = [way.outline for way in plan.ways if way.kind is WayKind.STREET]
    return shapely.union_all([*edges, *streets])


def driven_ground(plan: Plan, width_m: float) -> BaseGeometry:
    """Ground of the motor ways on which a strip of the width [m] leads to a city road, without what stands on it."""
    ways = motor_ways(plan)
    if not ways:
        return shapely.union_all([])
    outlines = clear_outlines(plan, ways)
    whole = shapely.union_all(shapely.buffer(outlines, TOUCH_EPS_M / 2.0, join_style="mitre"))
    half = width_m / 2.0 - LENGTH_EPS_M
    strips = shapely.buffer(shapely.buffer(whole, -half, join_style="mitre"), half, join_style="mitre")
    roads = city_roads(plan)
    joined = shapely.union_all([piece for piece in polygons(strips) if shapely.dwithin(piece, roads, CITY_REACH_M)])
    return shapely.intersection(joined, shapely.union_all(outlines))
