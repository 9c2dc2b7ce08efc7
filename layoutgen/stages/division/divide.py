"""The division of a site: every way of laying main roads in its directions is tried, and the best is drawn."""

from collections.abc import Iterator
from dataclasses import dataclass

import shapely
from shapely import affinity
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from layoutgen.errors import InfeasibleError
from layoutgen.geometry.directions import dominant_directions
from layoutgen.geometry.parts import snap_line, snap_polygon
from layoutgen.model.choices import StreetChoices
from layoutgen.model.kinds import RoadClass, WayKind
from layoutgen.model.plan import Community, Way
from layoutgen.model.site import Site
from layoutgen.stages.division.people import share_people
from layoutgen.stages.division.rating import rate_partition
from layoutgen.stages.division.strips import MainRoad, Partition, cut_strips, strip_counts
from layoutgen.standards.community import community_size, divide_people

ORIGIN = (0.0, 0.0)
MORE = 2  # communities tried beyond the fewest
FEWER = 0.4  # worth of having one community less: as few as hold the people, unless that breaks the shapes


@dataclass(frozen=True, slots=True, kw_only=True)
class Division:
    """Communities, north to south and west to east, and the main roads between them; together they tile the site."""

    communities: tuple[Community, ...]
    roads: tuple[Way, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rated:
    worth: float
    partition: Partition
    people: tuple[int, ...]


def divide_site(site: Site, people: int, choices: StreetChoices) -> Division:
    """Divide a site by straight main roads along its dominant direction, into as few communities as hold the people.

    Raises
    ------
    InfeasibleError
        If no division gives every community a simple outline and a lawful number of people.
    """
    boundary = snap_polygon(Polygon(site.boundary.exterior))
    fewest = len(divide_people(people))
    rated = [
        one
        for azimuth_deg in _azimuths(boundary)
        for count in range(fewest, fewest + MORE + 1)
        for one in _rated(site, boundary, people, count, azimuth_deg, choices.city_road_width_m)
    ]
    if not rated:
        what = f"no straight main roads divide this outline into {fewest} to {fewest + MORE} simple communities"
        raise InfeasibleError("division", what, fewest, 0, "communities")
    best = max(rated, key=lambda one: round(one.worth, 9))
    return _drawn(best, choices)


def _azimuths(boundary: Polygon) -> tuple[float, ...]:
    """Directions for the strips: those of the site, along and across."""
    return tuple(azimuth_deg + turn for azimuth_deg in dominant_directions(boundary) for turn in (0.0, 90.0))


def _rated(site: Site, boundary: Polygon, people: int, count: int, azimuth_deg: float, road_m: float) -> Iterator[_Rated]:
    """Divisions into so many communities along one direction, in the site's own frame."""
    keep_outs = shapely.union_all(list(site.keep_outs))
    roads = shapely.union_all([edge.line for edge in site.edges if edge.road_class is not RoadClass.NONE])
    turned = affinity.rotate(boundary, -azimuth_deg, origin=ORIGIN)
    land = affinity.rotate(shapely.difference(boundary, keep_outs), -azimuth_deg, origin=ORIGIN)
    fewest = len(divide_people(people))
    for counts in strip_counts(count):
        cut = cut_strips(turned, land, counts, road_m)
        partition = _turned_back(cut, azimuth_deg) if cut is not None else None
        if partition is None:
            continue
        shares = share_people(people, [_net(cell, keep_outs) for cell in partition.cells], community_size())
        if shares is not None:
            worth = rate_partition(partition, keep_outs, roads) - FEWER * (count - fewest)
            yield _Rated(worth=worth, partition=partition, people=shares)


def _net(cell: Polygon, keep_outs: BaseGeometry) -> float:
    return float(shapely.difference(cell, keep_outs).area)


def _turned_back(partition: Partition, azimuth_deg: float) -> Partition | None:
    """Partition in the site's own frame, on the drawing's grid; None where the grid breaks an outline."""
    try:
        return Partition(
            roads=tuple(
                MainRoad(
                    centre=snap_line(affinity.rotate(road.centre, azimuth_deg, origin=ORIGIN)),
                    outline=snap_polygon(affinity.rotate(road.outline, azimuth_deg, origin=ORIGIN)),
                )
                for road in partition.roads
            ),
            cells=tuple(snap_polygon(affinity.rotate(cell, azimuth_deg, origin=ORIGIN)) for cell in partition.cells),
        )
    except ValueError:
        return None


def _drawn(best: _Rated, choices: StreetChoices) -> Division:
    named = sorted(
        zip(best.partition.cells, best.people, strict=True),
        key=lambda one: (-round(one[0].centroid.y, -1), one[0].centroid.x),
    )
    return Division(
        communities=tuple(
            Community(id=f"C{n}", outline=outline, people=people) for n, (outline, people) in enumerate(named, start=1)
        ),
        roads=tuple(
            Way(
                id=f"R-city_road-{n}",
                kind=WayKind.CITY_ROAD,
                centre=road.centre,
                outline=road.outline,
                carriageway_m=choices.city_road_carriageway_m,
                footway_m=choices.city_road_footway_m,
                is_fire_lane=True,
                block="",
            )
            for n, road in enumerate(best.partition.roads, start=1)
        ),
    )
