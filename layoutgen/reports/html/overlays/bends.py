"""How the walking network's edges run between their nodes: along the centre lines and roads that they were cut from."""

from collections.abc import Iterator, Sequence

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import LineString, Point
from shapely.ops import substring

from layoutgen.geometry.parts import lines
from layoutgen.geometry.tolerance import TOUCH_EPS_M
from layoutgen.model.plan import Plan
from layoutgen.walking.city_footways import city_roads_of
from layoutgen.walking.graph import WalkGraph, is_walkable

Floats = NDArray[np.float64]


def bends_of(part: Plan, graph: WalkGraph) -> Iterator[tuple[int, Floats]]:
    """Edges that do not run straight: number, and the corners between their nodes (n, 2) [m]."""
    ways = [way.centre for way in part.ways if is_walkable(way)]
    roads = lines(city_roads_of(part.edges))
    straight = np.hypot(*(graph.points[graph.ends] - graph.points[graph.starts]).T)
    for edge in np.flatnonzero(graph.lengths > straight + TOUCH_EPS_M).tolist():
        on = int(graph.on[edge])
        corners = _corners(graph, edge, roads if on < 0 else (ways[on],))
        if len(corners):
            yield edge, corners


def _corners(graph: WalkGraph, edge: int, along: Sequence[LineString]) -> Floats:
    """Corners on the first line that is as long between the nodes as the edge; none where no line is."""
    start, end = (Point(graph.points[ends[edge]]) for ends in (graph.starts, graph.ends))
    for line in along:
        for piece in _pieces(line, float(line.project(start)), float(line.project(end))):
            if abs(piece.length - float(graph.lengths[edge])) <= 2.0 * TOUCH_EPS_M:
                return np.asarray(shapely.get_coordinates(piece)[1:-1], dtype=np.float64)
    return np.empty((0, 2))


def _pieces(line: LineString, start_m: float, end_m: float) -> Iterator[LineString | Point]:
    """Ways along a line from one place on it to another; on a ring also the other way round."""
    yield substring(line, start_m, end_m)
    if line.is_ring:
        turn = line.length if start_m >= end_m else -line.length
        over, rest = (line.length, 0.0) if turn > 0.0 else (0.0, line.length)
        before, after = substring(line, start_m, over), substring(line, rest, end_m)
        yield LineString([*_coordinates(before), *_coordinates(after)[1:]])


def _coordinates(piece: LineString | Point) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in shapely.get_coordinates(piece)]
