"""Dead ends of the vehicle network: ends of fire lanes or of any motor way, and how far it is to the fork."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import shapely
from shapely.geometry import LineString, Point

from layoutgen.geometry.tolerance import CITY_REACH_M, SNAP_NODE_M
from layoutgen.model.kinds import RoadClass, WayKind
from layoutgen.model.plan import Plan, Way
from layoutgen.walking.cuts import Cut, crossings, outline_links, own_ends

OUTSIDE = -1  # the city's streets, as one node


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadEnd:
    """An end of a way that leads nowhere."""

    way: str
    point: Point
    length: float  # along centre lines to the fork from which two ways lead on [m]


def dead_ends(plan: Plan) -> tuple[DeadEnd, ...]:
    """Dead ends of fire lanes, in the order of the ways."""
    kinds = (WayKind.STREET, WayKind.ATTACHED, WayKind.MAIN)
    return _dead_ends(
        plan, tuple(way for way in plan.ways if way.is_fire_lane or way.kind in kinds), lambda way: way.is_fire_lane
    )


def motor_dead_ends(plan: Plan) -> tuple[DeadEnd, ...]:
    """Dead ends of everything that cars drive on, in the order of the ways."""
    return _dead_ends(plan, tuple(way for way in plan.ways if way.kind is not WayKind.FOOTPATH), lambda _: True)


def _dead_ends(plan: Plan, ways: tuple[Way, ...], is_asked: Callable[[Way], bool]) -> tuple[DeadEnd, ...]:
    if not ways:
        return ()
    points, edges, owners = _network(ways)
    _open_to_city(plan, points, edges, owners)
    onward = _peel(edges)
    found = []
    for node, point in enumerate(points):
        touching = [way for way in owners[node] if is_asked(way)]
        if len(edges[node]) == 1 and len(owners[node]) == 1 and touching and node in onward:
            found.append(DeadEnd(way=touching[0].id, point=Point(point), length=_length_from(node, onward)))
    return tuple(sorted(found, key=lambda end: (end.way, end.point.x, end.point.y)))


Edges = dict[int, list[tuple[int, float]]]  # node -> other node, length; a loop stands twice


def _network(ways: tuple[Way, ...]) -> tuple[list[tuple[float, float]], Edges, dict[int, list[Way]]]:
    lines = [way.centre for way in ways]
    links = outline_links(lines, [way.outline for way in ways])
    joints = [cut for link in links for cut in (link.start, link.end)]
    cuts = sorted({*own_ends(lines), *crossings(lines), *joints})
    numbers, points = _numbered(lines, cuts)
    edges: Edges = defaultdict(list)
    owners: dict[int, list[Way]] = defaultdict(list)
    for (i, start), (j, end) in pairwise(cuts):
        if i == j:
            _join(edges, numbers[i, start], numbers[j, end], end - start)
    for link in links:
        _join(edges, numbers[link.start], numbers[link.end], link.length)
    for cut in cuts:
        way = ways[cut[0]]
        if way not in owners[numbers[cut]]:
            owners[numbers[cut]].append(way)
    return points, edges, owners


def _join(edges: Edges, a: int, b: int, length: float) -> None:
    if a != b or length > SNAP_NODE_M:
        edges[a].append((b, length))
        edges[b].append((a, length))


def _numbered(lines: list[LineString], cuts: list[Cut]) -> tuple[dict[Cut, int], list[tuple[float, float]]]:
    """Number of each cut's node: cuts closer than the snap distance share one."""
    places = [shapely.line_interpolate_point(lines[i], along) for i, along in cuts]
    which, near = shapely.STRtree(places).query(places, predicate="dwithin", distance=SNAP_NODE_M)
    first = np.arange(len(cuts))
    changed = True
    while changed:
        lower = first.copy()
        np.minimum.at(lower, which, first[near])
        changed = bool((lower != first).any())
        first = lower
    nodes = {int(head): number for number, head in enumerate(sorted(set(first.tolist())))}
    points = [(float(places[head].x), float(places[head].y)) for head in sorted(set(first.tolist()))]
    return {cut: nodes[int(first[k])] for k, cut in enumerate(cuts)}, points


def _open_to_city(plan: Plan, points: list[tuple[float, float]], edges: Edges, owners: dict[int, list[Way]]) -> None:
    """Join with the outside every node on an edge of the boundary that is a city road, and every public street's end there."""
    roads = [edge.line for edge in plan.edges if edge.road_class is not RoadClass.NONE]
    open_line = shapely.union_all(roads) if plan.edges else plan.boundary.exterior
    for node in sorted(edges):
        is_street = any(way.kind is WayKind.STREET for way in owners[node])
        if shapely.dwithin(Point(points[node]), plan.boundary.exterior if is_street else open_line, CITY_REACH_M):
            _join(edges, node, OUTSIDE, 0.0)


def _peel(edges: Edges) -> dict[int, tuple[int, float]]:
    """Nodes that only one way leaves, each with the next node on that way and the distance to it."""
    left = {node: list(ends) for node, ends in edges.items()}
    onward: dict[int, tuple[int, float]] = {}
    bare = sorted(node for node, ends in left.items() if len(ends) == 1 and node != OUTSIDE)
    while bare:
        node = bare.pop()
        if len(left[node]) != 1:
            continue
        other, length = left[node].pop()
        onward[node] = (other, length)
        left[other].remove((node, length))
        if len(left[other]) == 1 and other != OUTSIDE:
            bare.append(other)
    return onward


def _length_from(node: int, onward: dict[int, tuple[int, float]]) -> float:
    total = 0.0
    while node in onward:
        node, step = onward[node]
        total += step
    return total
