"""The division of a site: every way of laying main roads in its directions is tried, and the best is drawn."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

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
from layoutgen.stages.division.strips import MainRoad, Manner, Partition, cut_strips, strip_counts
from layoutgen.standards.community import community_size, divide_people

ORIGIN = (0.0, 0.0)
MORE = 2  # communities tried beyond the fewest
RIBBON = 0.4  # least width of a strip or column, as a share of the side of a square community
LEANS = (-0.2, -0.1, 0.0, 0.1, 0.2)  # of a part, tried where roads must miss something
LEANING = 4  # divisions tried so
FULL = 0.92  # of the most people of a community: where all had more, none could take over what another does not house
LARGE = 0.8  # of the most people: what each keeps when there is one community more
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
    azimuth_deg: float
    manner: Manner


@dataclass(frozen=True, slots=True, kw_only=True)
class _Task:
    """What is to be divided."""

    boundary: Polygon
    keep_outs: BaseGeometry
    roads: BaseGeometry  # edges of the site along roads
    people: int
    fewest: int  # communities


def divide_site(site: Site, people: int, choices: StreetChoices) -> Division:
    """Divide a site by straight main roads along its dominant direction, into as few communities as hold the people.

    Raises
    ------
    InfeasibleError
        If no division gives every community a simple outline and a lawful number of people.
    """
    task = _Task(
        boundary=snap_polygon(Polygon(site.boundary.exterior)),
        keep_outs=shapely.union_all(list(site.keep_outs)),
        roads=shapely.union_all([edge.line for edge in site.edges if edge.road_class is not RoadClass.NONE]),
        people=people,
        fewest=_fewest(people),
    )
    rated = sorted(_tried(task, choices.city_road_width_m), key=_worth_first)
    if not task.keep_outs.is_empty:
        rated = sorted([*rated, *_leaning(task, rated[:LEANING])], key=_worth_first)
    if not rated:
        most = task.fewest + MORE
        what = f"no straight main roads divide this outline into {task.fewest} to {most} simple communities"
        raise InfeasibleError("division", what, task.fewest, 0, "communities")
    return _drawn(rated[0], choices)


def _fewest(people: int) -> int:
    """As few communities as hold the people; one more where all would be full and each stays large, so that some have room."""
    count, most = len(divide_people(people)), community_size().population_high
    is_full = people > FULL * most * count
    return count + 1 if is_full and people >= LARGE * most * (count + 1) else count


def _worth_first(one: _Rated) -> float:
    return -round(one.worth, 9)


def _tried(task: _Task, road_m: float) -> Iterator[_Rated]:
    """Every lawful division by even cuts."""
    for azimuth_deg in _azimuths(task.boundary):
        for count in range(task.fewest, task.fewest + MORE + 1):
            for counts in strip_counts(count):
                yield from _rated(task, azimuth_deg, Manner(counts=counts, road_m=road_m))


def _leaning(task: _Task, best: Sequence[_Rated]) -> Iterator[_Rated]:
    """Lawful divisions with the roads of good ones moved aside, so that they miss what is kept out."""
    for one in best:
        for levels, columns in product(LEANS, LEANS):
            yield from _rated(task, one.azimuth_deg, replace(one.manner, lean_levels=levels, lean_columns=columns))


def _azimuths(boundary: Polygon) -> tuple[float, ...]:
    """Directions for the strips: those of the site, along and across."""
    return tuple(azimuth_deg + turn for azimuth_deg in dominant_directions(boundary) for turn in (0.0, 90.0))


def _rated(task: _Task, azimuth_deg: float, manner: Manner) -> Iterator[_Rated]:
    """Division in one manner along one direction, in the site's own frame, where it is lawful."""
    turned = affinity.rotate(task.boundary, -azimuth_deg, origin=ORIGIN)
    if not _is_roomy(turned, manner.counts):
        return
    land = affinity.rotate(shapely.difference(task.boundary, task.keep_outs), -azimuth_deg, origin=ORIGIN)
    cut = cut_strips(turned, land, manner)
    partition = _turned_back(cut, azimuth_deg) if cut is not None else None
    if partition is None:
        return
    shares = share_people(task.people, [_net(cell, task.keep_outs) for cell in partition.cells], community_size())
    if shares is not None:
        worth = rate_partition(partition, task.keep_outs, task.roads) - FEWER * (len(shares) - task.fewest)
        yield _Rated(worth=worth, partition=partition, people=shares, azimuth_deg=azimuth_deg, manner=manner)


def _is_roomy(turned: Polygon, counts: tuple[int, ...]) -> bool:
    """Whether strips and columns can be wide enough for communities that are not mere ribbons."""
    west, south, east, north = turned.bounds
    least_m = RIBBON * math.sqrt(turned.area / sum(counts))
    return len(counts) * least_m <= north - south and max(counts) * least_m <= east - west


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
