"""The carriageways of a block as a graph: stretches between the places where they meet, and the city as one node."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import shapely
from shapely.geometry import LineString
from shapely.geometry.base import BaseGeometry
from shapely.ops import substring

from layoutgen.geometry.clusters import clusters
from layoutgen.geometry.tolerance import CITY_REACH_M, SNAP_NODE_M
from layoutgen.walking.cuts import crossings, own_ends

CITY = -1  # the node of all places where a way leaves the block


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A stretch of a centre line between two nodes."""

    line: int  # place in the list of lines given
    piece: LineString
    ends: tuple[int, int]  # nodes


def stretches(lines: Sequence[LineString], city: BaseGeometry) -> tuple[Stretch, ...]:
    """All stretches of some lines; ends within the snap distance are one node, those in the city's roads the city."""
    listed = list(lines)
    if not listed:
        return ()
    cuts = sorted({(i, round(along, 3)) for i, along in (*own_ends(listed), *crossings(listed))})
    points = np.array([shapely.get_coordinates(listed[i].interpolate(along))[0] for i, along in cuts])
    labels = clusters(points, SNAP_NODE_M)
    outside = np.atleast_1d(shapely.dwithin(shapely.points(points), city, CITY_REACH_M))
    leaving = {int(label) for label in labels[outside]}
    nodes = [CITY if int(label) in leaving else int(label) for label in labels]
    found: list[Stretch] = []
    for (n, (i, start)), (m, (j, end)) in pairwise(enumerate(cuts)):
        piece = substring(listed[i], start, end) if i == j else None
        if isinstance(piece, LineString) and piece.length > SNAP_NODE_M:
            found.append(Stretch(line=i, piece=piece, ends=(nodes[n], nodes[m])))
    return tuple(found)


def bridges(edges: Iterable[tuple[int, int]]) -> tuple[int, int]:
    """How many edges alone hold a part of a graph to the rest, and in how many parts the graph lies."""
    listed = list(edges)
    links: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for n, (a, b) in enumerate(listed):
        links[a].append((b, n))
        links[b].append((a, n))
    order: dict[int, int] = {}
    low: dict[int, int] = {}
    found = parts = 0
    for root in sorted(links):
        if root in order:
            continue
        parts += 1
        found += _search(root, links, order, low)
    return found, parts


def _search(root: int, links: dict[int, list[tuple[int, int]]], order: dict[int, int], low: dict[int, int]) -> int:
    """Number the nodes of one part depth first, and count its bridges (Tarjan)."""
    found = 0
    order[root] = low[root] = len(order)
    trail = [(root, -1, iter(links[root]))]
    while trail:
        node, by, onward = trail[-1]
        step = next(onward, None)
        if step is None:
            trail.pop()
            if trail:
                above = trail[-1][0]
                low[above] = min(low[above], low[node])
                found += int(low[node] > order[above])
        elif step[1] != by and step[0] in order:
            low[node] = min(low[node], order[step[0]])
        elif step[1] != by:
            order[step[0]] = low[step[0]] = len(order)
            trail.append((step[0], step[1], iter(links[step[0]])))
    return found
