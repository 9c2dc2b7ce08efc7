"""The communities of a divided site: what lies in which, and each as a plan of its own."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.border import border_runs
from layoutgen.geometry.parts import polygons
from layoutgen.geometry.tolerance import AREA_EPS_M2, CITY_REACH_M
from layoutgen.model.kinds import RoadClass, SpotKind, WayKind
from layoutgen.model.plan import (
    Block,
    Building,
    Community,
    Facility,
    Ground,
    Lot,
    Plan,
    Spot,
    Stall,
    Way,
    Window,
)
from layoutgen.model.reading import Defect
from layoutgen.model.site import ContextBuilding, Edge

Thing = Block | Lot | Way | Building | Facility | Window | Ground | Stall | Spot
Own = TypeVar("Own", Block, Lot, Way, Building, Facility, Window, Ground, Stall, Spot)
NOWHERE = -1


def city_roads(plan: Plan) -> tuple[Way, ...]:
    """Main roads between the communities."""
    return tuple(way for way in plan.ways if way.kind is WayKind.CITY_ROAD)


def community_edges(outline: Polygon, edges: Sequence[Edge], roads: Sequence[Way]) -> tuple[Edge, ...]:
    """Edges of a community: runs along the site's edges are as those, runs along main roads open to these."""
    if not edges and not roads:
        return ()
    runs = border_runs(outline, [*(edge.line for edge in edges), *(road.outline for road in roads)])
    found = []
    for number, (owner, line) in enumerate(runs, start=1):
        edge = edges[owner] if owner < len(edges) else None
        found.append(
            Edge(
                id=f"E{number}",
                line=line,
                road_class=edge.road_class if edge else RoadClass.COLLECTOR,
                setback_m=edge.setback_m if edge else None,
                allows_gate=edge.allows_gate if edge else True,
            )
        )
    return tuple(found)


def shape_of(thing: Thing) -> Polygon | LineString | Point:
    """Geometry of a thing: its outline, a window's line, a spot's point."""
    if isinstance(thing, Building):
        return thing.footprint
    if isinstance(thing, Window):
        return thing.line
    return thing.point if isinstance(thing, Spot) else thing.outline


def owners(shapes: Sequence[BaseGeometry], communities: Sequence[Community]) -> NDArray[np.int64]:
    """Place of the community in which each shape's inner point lies, or which it touches; NOWHERE where none."""
    if not shapes or not communities:
        return np.full(len(shapes), NOWHERE, dtype=np.int64)
    inner = shapely.point_on_surface(np.asarray(shapes, dtype=object))
    gaps = np.stack([shapely.distance(inner, community.outline) for community in communities])
    nearest = np.argmin(gaps, axis=0)
    return np.where(gaps.min(axis=0) <= CITY_REACH_M, nearest, NOWHERE).astype(np.int64)


def community_plans(plan: Plan) -> tuple[Plan, ...]:
    """Each community as a plan of its own.

    Its red line is its outline, its people its own, its edges the site's and the main roads; the buildings of the others
    stand around it, and every bus stop is at hand.
    """
    roads = city_roads(plan)
    homes = owners([building.footprint for building in plan.buildings], plan.communities)
    shares = tuple(_shares(plan, number) for number in range(len(plan.communities)))
    found = []
    for number, (community, share) in enumerate(zip(plan.communities, shares, strict=True)):
        others = [_around(b) for b, home in zip(plan.buildings, homes, strict=True) if home != number]
        kept = [part for shape in plan.keep_outs for part in polygons(shapely.intersection(shape, community.outline))]
        found.append(
            replace(
                share,
                facts=replace(plan.facts, people=community.people),
                boundary=community.outline,
                edges=community_edges(community.outline, plan.edges, roads),
                keep_outs=tuple(Polygon(part.exterior) for part in kept if part.area > AREA_EPS_M2),
                context=(*plan.context, *others),
                communities=(),
                defects=_defects_in(plan, community),
            )
        )
    return tuple(found)


def _shares(plan: Plan, number: int) -> Plan:
    def own(things: Sequence[Own]) -> tuple[Own, ...]:
        where = owners([shape_of(thing) for thing in things], plan.communities)
        return tuple(thing for thing, home in zip(things, where, strict=True) if home == number)

    stops = tuple(spot for spot in plan.spots if spot.kind is SpotKind.BUS_STOP)
    spots = own(tuple(spot for spot in plan.spots if spot.kind is not SpotKind.BUS_STOP))
    return replace(
        plan,
        blocks=own(plan.blocks),
        lots=own(plan.lots),
        ways=own(tuple(way for way in plan.ways if way.kind is not WayKind.CITY_ROAD)),
        buildings=own(plan.buildings),
        facilities=own(plan.facilities),
        windows=own(plan.windows),
        grounds=own(plan.grounds),
        stalls=own(plan.stalls),
        spots=tuple(sorted((*spots, *stops), key=lambda spot: spot.id)),
    )


def _defects_in(plan: Plan, community: Community) -> tuple[Defect, ...]:
    """What could not be understood in a community, or anywhere."""
    return tuple(one for one in plan.defects if one.at is None or community.outline.distance(Point(one.at)) <= CITY_REACH_M)


def _around(building: Building) -> ContextBuilding:
    height_m = max(building.planning_height_m, building.fire_height_m, building.shading_height_m)
    return ContextBuilding(id=building.id, footprint=building.footprint, height_m=height_m, is_protected=False)
