"""Which way the arrow of a door or gate shows: into what it opens."""

from itertools import pairwise
from math import atan2, degrees

from shapely.geometry import LineString, Point, Polygon

from layoutgen.model.kinds import SpotKind
from layoutgen.model.plan import Plan

ARROWS = (SpotKind.DOOR, SpotKind.VEHICLE_GATE, SpotKind.PEDESTRIAN_GATE)


def entrance_turns(plan: Plan) -> dict[str, float]:
    """Direction by the spot's id, in degrees counter-clockwise from east."""
    outlines = {block.id: block.outline for block in plan.blocks}
    outlines |= {lot.id: lot.outline for lot in plan.lots}
    outlines |= {facility.id: facility.outline for facility in plan.facilities}
    outlines |= {building.id: building.footprint for building in plan.buildings}
    return {
        spot.id: _inward_deg(spot.point, outlines.get(spot.of, plan.boundary)) for spot in plan.spots if spot.kind in ARROWS
    }


def _inward_deg(point: Point, outline: Polygon) -> float:
    """Left of the nearest side: outlines run counter-clockwise."""
    if outline.is_empty:
        return 90.0
    a, b = min(pairwise(outline.exterior.coords), key=lambda side: point.distance(LineString(side)))
    turn = degrees(atan2(b[1] - a[1], b[0] - a[0])) + 90.0
    return round(turn if outline.exterior.is_ccw else turn + 180.0, 1)
