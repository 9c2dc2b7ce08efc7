"""The walking network: centre lines of walkable ways, noded, with the places that hang on it.

Walks also lead along the footways of the roads at the site's edge; what hangs together is told by the drawn ways alone.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import shapely
from numpy.typing import NDArray
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components
from shapely.geometry import LineString, Polygon
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.clusters import clusters
from layoutgen.geometry.tolerance import CITY_REACH_M, SNAP_NODE_M
from layoutgen.model.kinds import WayKind
from layoutgen.model.plan import Plan, Spot, Way, tag
from layoutgen.model.site import Edge
from layoutgen.walking.city_footways import city_roads_of, city_stretches
from layoutgen.walking.cuts import Cut, Link, area_cuts, crossings, outline_links, own_ends, point_links
from layoutgen.walking.places import GATES

Indices = NDArray[np.int64]
Step = tuple[int, int, float, int]  # from node to node, its length [m], and the way that it runs on


@dataclass(frozen=True, slots=True, kw_only=True)
class WalkGraph:
    """Nodes, edges with their lengths [m], and where places hang on the network."""

    points: NDArray[np.float64]  # n x 2
    starts: Indices
    ends: Indices
    lengths: NDArray[np.float64]
    on: Indices  # number of the way that an edge runs on; -1 for short steps between ways and along the city's roads
    component: Indices  # of every node, by the drawn ways
    main_component: int  # the one that joins most places; -1 where there is no network
    places: tuple[tuple[str, tuple[int, ...]], ...]  # sorted: id of a spot, lot or ground -> nodes; empty = not joined
    city: tuple[int, ...]  # nodes on the boundary where the city's footways begin; edges lead along these too

    def nodes_of(self, place: str) -> tuple[int, ...]:
        """Nodes of a place; empty where no way leads to it."""
        at = bisect_left(self.places, (place,))
        return self.places[at][1] if at < len(self.places) and self.places[at][0] == place else ()


def is_walkable(way: Way) -> bool:
    """Access lanes and footpaths are; other ways only with a footway."""
    return way.kind in (WayKind.ACCESS, WayKind.FOOTPATH) or way.footway_m > 0.0


def has_steps(way: Way) -> bool:
    """Whether a way's label says so."""
    return tag(way.tags, "steps") == "yes"


def walk_graph(plan: Plan, *, is_step_free: bool = False) -> WalkGraph:
    """Network of the plan's walkable ways; step-free without the ways that are tagged ``steps=yes``."""
    ways = [w for w in plan.ways if is_walkable(w) and not (is_step_free and has_steps(w))]
    areas = [(lot.id, lot.outline) for lot in plan.lots] + [(ground.id, ground.outline) for ground in plan.grounds]
    return graph_of(ways, plan.spots, areas, plan.edges)


def graph_of(
    ways: Sequence[Way], spots: Sequence[Spot], areas: Sequence[tuple[str, Polygon]], edges: Sequence[Edge]
) -> WalkGraph:
    """Network of some ways, with the spots and the named areas that hang on it, and the roads along edges of the site."""
    lines = [way.centre for way in ways]
    links = outline_links(lines, [way.outline for way in ways]) + point_links(lines, [spot.point for spot in spots])
    entries = area_cuts(lines, [outline for _, outline in areas])
    cuts = sorted({*own_ends(lines), *crossings(lines), *(cut for _, cut in entries), *_cuts_of(links)})
    points, node_of = _merge(lines, cuts)
    for k in range(len(spots)):
        node_of[(-1, float(k))] = len(points) + k
    points = np.vstack([points, np.array([[s.point.x, s.point.y] for s in spots]).reshape(-1, 2)])
    steps = [*_edges_along(cuts, node_of), *((node_of[link.start], node_of[link.end], link.length, -1) for link in links)]
    linked = {int(link.start[1]) for link in links if link.start[0] == -1}
    places = {spot.id: {node_of[(-1, float(k))]} if k in linked else set() for k, spot in enumerate(spots)}
    for name, _ in areas:
        places.setdefault(name, set())
    for k, cut in entries:
        places[areas[k][0]].add(node_of[cut])
    joined_gates = [node_of[(-1, float(k))] for k in sorted(linked) if spots[k].kind in GATES]
    candidates = sorted({*(node_of[cut] for cut in own_ends(lines)), *joined_gates})
    return _graph(city_roads_of(edges), points, steps, places, candidates)


def _graph(
    roads: BaseGeometry, points: NDArray[np.float64], steps: list[Step], places: dict[str, set[int]], candidates: list[int]
) -> WalkGraph:
    inside = [step for step in steps if step[0] != step[1]]
    starts, ends = (np.array([step[k] for step in inside], dtype=np.int64) for k in (0, 1))
    joins = coo_matrix((np.ones(len(starts)), (starts, ends)), shape=(len(points), len(points)))
    _, labels = connected_components(joins, directed=False) if len(points) else (0, [])
    component = np.asarray(labels, dtype=np.int64)
    joined = [node for _, nodes in sorted(places.items()) for node in sorted(nodes)]
    votes = component[joined] if joined else component
    city = _city_nodes(roads, points, candidates)
    every = [*inside, *((a, b, length, -1) for a, b, length in city_stretches(roads, points, city) if length > 0.0)]
    return WalkGraph(
        points=points,
        starts=np.array([step[0] for step in every], dtype=np.int64),
        ends=np.array([step[1] for step in every], dtype=np.int64),
        lengths=np.array([step[2] for step in every], dtype=np.float64),
        on=np.array([step[3] for step in every], dtype=np.int64),
        component=component,
        main_component=int(np.bincount(votes).argmax()) if len(votes) else -1,
        places=tuple(sorted((name, tuple(sorted(nodes))) for name, nodes in places.items())),
        city=city,
    )


def _cuts_of(links: Iterable[Link]) -> list[Cut]:
    return [cut for link in links for cut in (link.start, link.end) if cut[0] >= 0]


def _merge(lines: list[LineString], cuts: list[Cut]) -> tuple[NDArray[np.float64], dict[Cut, int]]:
    """Nodes of cuts: cuts within the snap distance share one."""
    if not cuts:
        return np.empty((0, 2)), {}
    at = shapely.line_interpolate_point([lines[i] for i, _ in cuts], [along for _, along in cuts])
    points = shapely.get_coordinates(at)
    labels = clusters(points, SNAP_NODE_M)
    merged = np.zeros((int(labels.max()) + 1, 2))
    merged[labels[::-1]] = points[::-1]  # the first cut of a node gives its place
    return merged, {cut: int(label) for cut, label in zip(cuts, labels, strict=True)}


def _edges_along(cuts: list[Cut], node_of: dict[Cut, int]) -> list[Step]:
    return [(node_of[a], node_of[b], b[1] - a[1], a[0]) for a, b in pairwise(cuts) if a[0] == b[0] and a[1] < b[1]]


def _city_nodes(roads: BaseGeometry, points: NDArray[np.float64], candidates: list[int]) -> tuple[int, ...]:
    """Ends of walkable ways, and gates on them, that lie on an edge along a road."""
    if not candidates or roads.is_empty:
        return ()
    gaps = np.atleast_1d(shapely.distance(shapely.points(points[candidates]), roads))
    return tuple(node for node, gap in zip(candidates, gaps.tolist(), strict=True) if gap <= CITY_REACH_M)
