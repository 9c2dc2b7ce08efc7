"""Turning places at the ends of ways: how wide the ground is on which a vehicle can turn."""

import shapely
from shapely.geometry import Point

from layoutgen.geometry.tolerance import LENGTH_EPS_M
from layoutgen.geometry.widths import inscribed_width
from layoutgen.model.kinds import GroundKind
from layoutgen.model.plan import Plan
from layoutgen.validator.lanes import standing_things


def head_width(plan: Plan, point: Point, reach_m: float) -> float:
    """Width of the widest clear circle in the turning heads at a point, and in the ways that open into them."""
    heads = [g.outline for g in plan.grounds if g.kind is GroundKind.TURNING_HEAD and g.outline.distance(point) <= reach_m]
    if not heads:
        return 0.0
    head = shapely.union_all(heads)
    ways = [way.outline for way in plan.ways if shapely.dwithin(way.outline, head, LENGTH_EPS_M)]
    whole = shapely.union_all([head, *(shapely.intersection(way, shapely.envelope(head)) for way in ways)])
    closed = shapely.buffer(shapely.buffer(whole, LENGTH_EPS_M, join_style="mitre"), -LENGTH_EPS_M, join_style="mitre")
    things = [thing for thing in standing_things(plan) if thing.intersects(closed)]
    return inscribed_width(shapely.difference(closed, shapely.union_all(things)))
