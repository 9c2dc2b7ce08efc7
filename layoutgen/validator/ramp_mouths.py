"""Mouths of garage ramps: the short side from which a level run leads to a road."""

from dataclasses import dataclass

import shapely
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.sides import Side, sides
from layoutgen.geometry.tolerance import CITY_REACH_M, MOUTH_REACH_M, PAVED_SHARE, TOUCH_EPS_M, WIDTH_SAMPLE_M
from layoutgen.model.kinds import GroundKind, RoadClass, WayKind
from layoutgen.model.plan import Ground, Plan
from layoutgen.validator.judgement import once


@dataclass(frozen=True, slots=True, kw_only=True)
class Mouth:
    """The open end of a ramp."""

    ramp: str
    side: Side
    buffer_m: float  # level run between ramp and road
    width_m: float  # of the level run, at the ramp
    is_city: bool  # whether the road is a public street or a road along the site


def ramps_of(plan: Plan) -> tuple[Ground, ...]:
    """Garage ramps drawn."""
    return tuple(ground for ground in plan.grounds if ground.kind is GroundKind.RAMP)


def mouth_of(plan: Plan, ramp: Ground) -> Mouth | None:
    """Mouth of a ramp of the plan: the short side from which paved ground leads straight to a road; None where none does."""
    return mouths(plan)[ramp.id]


def _mouths(plan: Plan) -> dict[str, Mouth | None]:
    inner = shapely.union_all([way.outline for way in plan.ways if way.kind not in (WayKind.FOOTPATH, WayKind.STREET)])
    streets = [way.outline for way in plan.ways if way.kind is WayKind.STREET]
    edges = [edge.line.buffer(CITY_REACH_M) for edge in plan.edges if edge.road_class is not RoadClass.NONE]
    city = shapely.union_all([*streets, *edges])
    paved = [g.outline for g in plan.grounds if g.kind in (GroundKind.PAVED, GroundKind.TURNING_HEAD)]
    firm = shapely.buffer(shapely.union_all([inner, city, *paved]), TOUCH_EPS_M)
    return {ramp.id: _nearest(ramp, inner, city, firm) for ramp in ramps_of(plan)}


mouths = once(_mouths)  # of every ramp by its id


def _nearest(ramp: Ground, inner: BaseGeometry, city: BaseGeometry, firm: BaseGeometry) -> Mouth | None:
    found = [
        _mouth(ramp, side, road, firm, is_city=is_city)
        for side in sides(ramp.outline)[2:]
        for road, is_city in ((inner, False), (city, True))
    ]
    mouths = [mouth for mouth in found if mouth is not None]
    return min(mouths, key=lambda mouth: mouth.buffer_m, default=None)


def _mouth(ramp: Ground, side: Side, road: BaseGeometry, firm: BaseGeometry, *, is_city: bool) -> Mouth | None:
    ahead = shapely.intersection(side.strip(MOUTH_REACH_M), road)
    if ahead.is_empty:
        return None
    gap = float(side.line.distance(ahead))
    run = side.strip(max(gap, TOUCH_EPS_M))
    if shapely.area(shapely.intersection(run, firm)) < PAVED_SHARE * run.area:
        return None
    near = side.strip(min(WIDTH_SAMPLE_M, max(gap, TOUCH_EPS_M)))
    width = float(shapely.area(shapely.intersection(near, firm))) / (near.area / side.length)
    return Mouth(ramp=ramp.id, side=side, buffer_m=gap, width_m=width, is_city=is_city)
