"""Garage ramps on a theme, with an arrow down."""

import shapely
from shapely.geometry import LineString
from shapely.geometry.base import BaseGeometry

from layoutgen.drawings.layers import Colour
from layoutgen.drawings.leaves.theme import Theme
from layoutgen.drawings.paper.pen import MEDIUM
from layoutgen.geometry.sides import sides
from layoutgen.model.kinds import GroundKind, WayKind
from layoutgen.model.plan import Ground, Plan

FILL: Colour = (226, 212, 238)
INSET = 0.15  # of a ramp's length, at both ends of its arrow


def paint_ramps(theme: Theme, rgb: Colour) -> None:
    """Every ramp, its arrow from the end nearer to a road."""
    roads = shapely.union_all([way.outline for way in theme.told.plan.ways if way.kind is not WayKind.FOOTPATH])
    for ramp in ramps_of(theme.told.plan):
        theme.ground.fill(ramp.outline, FILL)
        theme.ground.edge(ramp.outline, MEDIUM, rgb)
        theme.ground.arrow(way_down(ramp, roads), MEDIUM, rgb)


def ramps_of(plan: Plan) -> tuple[Ground, ...]:
    """Garage ramps drawn, in the order of their numbers."""
    ramps = (ground for ground in plan.grounds if ground.kind is GroundKind.RAMP)
    return tuple(sorted(ramps, key=lambda ramp: (len(ramp.id), ramp.id)))


def way_down(ramp: Ground, roads: BaseGeometry) -> LineString:
    """Line along the middle of a ramp, away from the end that lies nearer to the roads."""
    ends = sorted((side.line.interpolate(0.5, normalized=True) for side in sides(ramp.outline)[2:]), key=roads.distance)
    run = LineString(ends)
    return LineString([run.interpolate(share, normalized=True) for share in (INSET, 1.0 - INSET)])
