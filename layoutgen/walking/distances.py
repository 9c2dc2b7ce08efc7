"""Shortest walks on the network, and how long they take from every home."""

import math
from collections.abc import Iterable, Sequence

import numpy as np
import shapely
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra
from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

from layoutgen.model.plan import Plan
from layoutgen.walking.graph import WalkGraph
from layoutgen.walking.places import dwelling_doors, facility_doors


def distances_from(graph: WalkGraph, nodes: Iterable[int]) -> NDArray[np.float64]:
    """Length of the shortest walk from the nearest of some nodes to every node [m]; infinite where none leads."""
    sources = sorted(set(nodes))
    if not sources:
        return np.full(len(graph.points), math.inf)
    return np.asarray(dijkstra(_lengths(graph), directed=False, indices=sources, min_only=True), dtype=np.float64)


def distances_from_each(graph: WalkGraph, nodes: Sequence[int]) -> NDArray[np.float64]:
    """Length of the shortest walk from each of some nodes to every node [m], a row a node; infinite where none leads."""
    if not nodes:
        return np.empty((0, len(graph.points)))
    return np.asarray(dijkstra(_lengths(graph), directed=False, indices=list(nodes)), dtype=np.float64)


def _lengths(graph: WalkGraph) -> csr_matrix:
    """Lengths of the edges as a matrix; of two edges between the same nodes the shorter one [m]."""
    count = len(graph.points)
    order = np.lexsort((graph.lengths, graph.ends, graph.starts))
    pairs = np.column_stack([graph.starts, graph.ends])[order]
    _, first = np.unique(pairs, axis=0, return_index=True)
    pairs, lengths = pairs[first], graph.lengths[order][first]
    return csr_matrix((lengths, (pairs[:, 0], pairs[:, 1])), shape=(count, count))


def nearest_of(distances: NDArray[np.float64], nodes: Iterable[int]) -> float:
    """Least distance of some nodes [m]; infinite where there is none."""
    return min((float(distances[node]) for node in nodes), default=math.inf)


def target_nodes(plan: Plan, graph: WalkGraph, kind: str) -> tuple[int, ...]:
    """Nodes of everything of a kind: a facility's doors, a lot or a ground of that kind, spots of that kind."""
    found = [spot.id for f in plan.facilities if f.kind.value == kind for spot in facility_doors(plan, f)]
    if not found:
        found = [lot.id for lot in plan.lots if lot.kind.value == kind]
        found += [ground.id for ground in plan.grounds if ground.kind.value == kind]
        found += [spot.id for spot in plan.spots if spot.kind.value == kind]
    return tuple(sorted({node for name in found for node in graph.nodes_of(name)}))


def walks_from_homes(plan: Plan, graph: WalkGraph, kind: str) -> tuple[tuple[str, float], ...]:
    """Walk from every dwelling door to the nearest thing of a kind [m]: door, length; infinite where none leads."""
    distances = distances_from(graph, target_nodes(plan, graph, kind))
    return tuple((door.id, nearest_of(distances, graph.nodes_of(door.id))) for door in dwelling_doors(plan))


def walks_to_stop(plan: Plan, graph: WalkGraph, stops: Iterable[Point], detour: float) -> tuple[tuple[str, float], ...]:
    """Walk from every dwelling door to the nearest stop [m]: on the network, then outside straight times a detour factor."""
    points = list(stops)
    best = {door.id: math.inf for door in dwelling_doors(plan)}
    for node in graph.city:
        outside = min((Point(graph.points[node]).distance(stop) for stop in points), default=math.inf) * detour
        distances = distances_from(graph, (node,))
        for name in best:
            best[name] = min(best[name], nearest_of(distances, graph.nodes_of(name)) + outside)
    return tuple(sorted(best.items()))


def walks_outside(
    plan: Plan, graph: WalkGraph, shapes: Sequence[BaseGeometry], detour: float
) -> tuple[tuple[str, tuple[float, ...]], ...]:
    """Walks from every dwelling door to each of some places outside the site [m]: door, a length a place.

    On the network to where the city's footways begin, then straight times a detour factor; infinite where no way leads out.
    """
    doors = dwelling_doors(plan)
    best = np.full((len(doors), len(shapes)), math.inf)
    for node in graph.city:
        outside = detour * shapely.distance(Point(graph.points[node]), np.asarray(shapes, dtype=object))
        distances = distances_from(graph, (node,))
        inside = np.array([nearest_of(distances, graph.nodes_of(door.id)) for door in doors])
        best = np.minimum(best, inside[:, None] + outside[None, :])
    return tuple((door.id, tuple(row)) for door, row in zip(doors, best.tolist(), strict=True))
