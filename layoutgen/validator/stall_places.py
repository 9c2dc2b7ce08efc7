"""How surface stalls lie: which side cars come from, and what lies behind; square to their lane or along it."""

from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry import LineString, Polygon
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.parts import polygons
from layoutgen.geometry.sides import Side, sides
from layoutgen.geometry.tolerance import CAR_LANE_M, CITY_REACH_M, MOUTH_REACH_M, SNAP_NODE_M, TOUCH_EPS_M
from layoutgen.model.kinds import GroundKind, RoadClass
from layoutgen.model.plan import Plan, Stall
from layoutgen.validator.judgement import once
from layoutgen.validator.lanes import all_clear_outlines, clear_outlines
from layoutgen.validator.motor_ways import city_roads, motor_ways

FIRM = (GroundKind.PAVED, GroundKind.TURNING_HEAD)


@dataclass(frozen=True, slots=True, kw_only=True)
class StallPlace:
    """A stall with the side from which it is driven into."""

    stall: Stall
    long_m: float
    short_m: float
    front: Side | None  # None where no lane or paved ground touches it
    lies: str  # "wall": square to its lane; "back": square, another stall behind it; "along": its long side on the lane


def _stall_places(plan: Plan) -> tuple[StallPlace, ...]:
    ways = shapely.union_all([*clear_outlines(plan, motor_ways(plan)), *_roads_outside(plan)])
    paved = shapely.union_all([ground.outline for ground in plan.grounds if ground.kind in FIRM])
    tree = shapely.STRtree([stall.outline for stall in plan.stalls])
    shapely.prepare(ways)
    shapely.prepare(paved)
    return tuple(_place(plan, stall, (ways, paved), tree) for stall in plan.stalls)


stall_places = once(_stall_places)  # every surface stall, as it lies


def _firm_ground(plan: Plan) -> BaseGeometry:
    """Ground on which a car comes from a city road: ways, paving and paths crossed that hang together over a car's width."""
    paved = [ground.outline for ground in plan.grounds if ground.kind in FIRM]
    outlines = [*all_clear_outlines(plan), *paved, *_roads_outside(plan)]
    whole = shapely.union_all([shapely.buffer(outline, TOUCH_EPS_M, join_style="mitre") for outline in outlines])
    half = CAR_LANE_M / 2.0
    strips = shapely.buffer(shapely.buffer(whole, -half, join_style="mitre"), half, join_style="mitre")
    roads = city_roads(plan)
    joined = shapely.union_all([piece for piece in polygons(strips) if shapely.dwithin(piece, roads, CITY_REACH_M)])
    return shapely.buffer(joined, -TOUCH_EPS_M, join_style="mitre")


firm_ground = once(_firm_ground)


def _roads_outside(plan: Plan) -> list[BaseGeometry]:
    """Ground of the city's roads along the site: how wide they are the drawing does not say."""
    edges = [edge.line for edge in plan.edges if edge.road_class is not RoadClass.NONE]
    return [shapely.difference(edge.buffer(MOUTH_REACH_M, cap_style="flat"), plan.boundary) for edge in edges]


def _place(plan: Plan, stall: Stall, firm: tuple[BaseGeometry, ...], tree: shapely.STRtree) -> StallPlace:
    four = sides(stall.outline)
    front = next((side for ground in firm for side in (*four[2:], *four[:2]) if _is_beside(side, ground)), None)
    is_along = front is not None and front in four[:2]
    is_backed = front is not None and not is_along and _has_stall_behind(plan, stall, front, four, tree)
    lies = "along" if is_along else "back" if is_backed else "wall"
    return StallPlace(stall=stall, long_m=four[0].length, short_m=four[2].length, front=front, lies=lies)


def _is_beside(side: Side, ground: BaseGeometry) -> bool:
    """Whether ground lies before the greater part of a side."""
    strip = side.strip(SNAP_NODE_M)
    return bool(shapely.intersects(ground, strip)) and float(shapely.intersection(strip, ground).area) > strip.area / 2.0


def _has_stall_behind(plan: Plan, stall: Stall, front: Side, four: tuple[Side, ...], tree: shapely.STRtree) -> bool:
    back = next(side for side in four[2:] if side != front)
    strip: Polygon = back.strip(SNAP_NODE_M)
    near = [plan.stalls[int(i)] for i in tree.query(strip, predicate="intersects")]
    return any(other.id != stall.id and shapely.intersection(strip, other.outline).area > strip.area / 2.0 for other in near)


def depth_before(side: Side, ground: BaseGeometry, reach_m: float) -> float:
    """How far ground reaches straight before the middle of a side [m], no farther than the reach."""
    middle = np.asarray(side.start) + np.asarray(side.along) * side.length / 2.0
    out = np.array([side.along[1], -side.along[0]])
    ray = LineString([middle + out * SNAP_NODE_M, middle + out * (reach_m + SNAP_NODE_M)])
    parts = shapely.get_parts(shapely.intersection(ray, ground))
    near = [part for part in parts if part.distance(shapely.points(middle)) <= 2.0 * SNAP_NODE_M]
    return max((float(part.length) + SNAP_NODE_M for part in near), default=0.0)
