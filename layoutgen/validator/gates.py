"""Entrances of a block: the vehicle and pedestrian gates on its outline, and the way that passes through each."""

import shapely
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.tolerance import CITY_REACH_M, DOOR_REACH_M, TOUCH_EPS_M
from layoutgen.model.kinds import SpotKind
from layoutgen.model.plan import Block, Plan, Spot, Way
from layoutgen.validator.motor_ways import city_roads, own_motor_ways


def vehicle_gates(plan: Plan) -> tuple[Spot, ...]:
    """Vehicle gates of the whole plan."""
    return tuple(spot for spot in plan.spots if spot.kind is SpotKind.VEHICLE_GATE)


def gates_on(plan: Plan, block: Block, kind: SpotKind) -> tuple[Spot, ...]:
    """Gates of a kind on a block's outline, whatever their labels say."""
    rim = block.outline.exterior
    return tuple(s for s in plan.spots if s.kind is kind and shapely.dwithin(s.point, rim, CITY_REACH_M))


def open_gates(plan: Plan, block: Block) -> tuple[Spot, ...]:
    """Vehicle gates of a block at a city road through which a way of the block is drawn."""
    roads = city_roads(plan)
    gates = gates_on(plan, block, SpotKind.VEHICLE_GATE)
    return tuple(g for g in gates if ways_at(plan, g) and shapely.dwithin(g.point, roads, CITY_REACH_M))


def ways_at(plan: Plan, gate: Spot) -> tuple[Way, ...]:
    """Motor ways of the blocks whose centre line passes through a gate."""
    return tuple(way for way in own_motor_ways(plan) if shapely.dwithin(way.centre, gate.point, DOOR_REACH_M))


def frontage_of(plan: Plan, block: Block) -> BaseGeometry:
    """Those stretches of a block's outline that lie along a city road."""
    return shapely.intersection(block.outline.exterior, road_band(plan))


def road_band(plan: Plan) -> BaseGeometry:
    """Ground so near to a city road that an outline on it lies along the road.

    A line is cut by this, never by another line: two lines that should lie on each other seldom do to the last bit.
    """
    return shapely.buffer(city_roads(plan), TOUCH_EPS_M, cap_style="flat")
