"""Places from which a vehicle gate keeps its distance: crossings, stops, and entrances of those who walk slowly."""

from collections.abc import Callable, Mapping
from itertools import combinations

import numpy as np
import shapely
from shapely.geometry import LineString, Point
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.tolerance import CITY_REACH_M, ROAD_BEND_DEG
from layoutgen.model.kinds import FacilityKind, LotKind, RoadClass, SpotKind, WayKind
from layoutgen.model.plan import Plan
from layoutgen.walking.places import facility_doors

Places = tuple[tuple[str, BaseGeometry], ...]
SLOW = (FacilityKind.KINDERGARTEN, FacilityKind.NURSERY, FacilityKind.ELDERLY_STATION, FacilityKind.DAY_CARE)
LOTS = (LotKind.KINDERGARTEN, LotKind.GARDEN)


def arterial_crossings(plan: Plan) -> Places:
    """Where the red line of an arterial along the site meets that of another road, and of a street of ours."""
    roads = [edge for edge in plan.edges if edge.road_class is not RoadClass.NONE]
    found: list[tuple[str, BaseGeometry]] = []
    for first, second in combinations(roads, 2):
        corner = _corner(first.line, second.line)
        if RoadClass.ARTERIAL in (first.road_class, second.road_class) and corner is not None:
            found.append((f"{first.id}/{second.id}", corner))
    for edge in (edge for edge in roads if edge.road_class is RoadClass.ARTERIAL):
        for way in (way for way in plan.ways if way.kind is WayKind.STREET):
            mouth = shapely.intersection(edge.line, way.outline.buffer(CITY_REACH_M))
            if not mouth.is_empty:
                found.append((f"{edge.id}/{way.id}", mouth))
    return tuple(found)


def bus_stops(plan: Plan) -> Places:
    """Stops of the city's buses."""
    return tuple((spot.id, spot.point) for spot in plan.spots if spot.kind is SpotKind.BUS_STOP)


def slow_entrances(plan: Plan) -> Places:
    """Doors of facilities for children and the elderly, and the pedestrian gates of kindergarten and garden."""
    lots = {lot.id for lot in plan.lots if lot.kind in LOTS}
    gates = {spot.id: spot.point for spot in plan.spots if spot.kind is SpotKind.PEDESTRIAN_GATE and spot.of in lots}
    doors = {door.id: door.point for f in plan.facilities if f.kind in SLOW for door in facility_doors(plan, f)}
    return tuple(sorted({**gates, **doors}.items()))


PLACES: Mapping[str, Callable[[Plan], Places]] = {
    "arterial_crossing": arterial_crossings,
    "bus_stop": bus_stops,
    "slow_entrance": slow_entrances,
}


def _corner(first: LineString, second: LineString) -> Point | None:
    """The point where two edges meet at an angle."""
    for a in (first, first.reverse()):
        for b in (second, second.reverse()):
            run = [np.diff(shapely.get_coordinates(line)[:2], axis=0)[0] for line in (a, b)]
            cosine = float(run[0] @ run[1]) / float(np.hypot(*run[0]) * np.hypot(*run[1]))
            meets = Point(a.coords[0]).distance(Point(b.coords[0])) <= CITY_REACH_M
            if meets and cosine > -np.cos(np.radians(ROAD_BEND_DEG)):
                return Point(a.coords[0])
    return None
