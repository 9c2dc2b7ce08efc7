"""Edges of roads as distances to buildings are measured from: red lines of city roads, outer edges of block roads."""

import shapely
from shapely.geometry.base import BaseGeometry

from layoutgen.model.kinds import RoadClass, WayKind
from layoutgen.model.plan import Plan

CITY, BLOCK = "city", "block"


def road_lines(plan: Plan, road: str) -> list[tuple[str, BaseGeometry]]:
    """Roads of a kind with their ids: to the red line, or to the footway's outer edge, the carriageway's where it has none."""
    if road == CITY:
        streets: list[tuple[str, BaseGeometry]] = [(w.id, w.outline) for w in plan.ways if w.kind is WayKind.STREET]
        return streets + [(edge.id, edge.line) for edge in plan.edges if edge.road_class is not RoadClass.NONE]
    ways = [way for way in plan.ways if way.kind not in (WayKind.STREET, WayKind.FOOTPATH)]
    return [(way.id, shapely.buffer(way.outline, way.footway_m, join_style="mitre")) for way in ways]
