"""The shortest way on foot round obstacles: a visibility graph over their corners."""

import numpy as np
import shapely
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra
from shapely.geometry import LineString, Point
from shapely.geometry.base import BaseGeometry
from shapely.ops import nearest_points

from layoutgen.geometry.parts import polygons

REACH_M = 260.0  # no path on foot inside a block is longer [m]
GOALS = 24  # points tried on the lines to be reached
CORNER_M = 0.02  # corners stand this far off the obstacle [m]


def shortest_route(start: Point, goal: BaseGeometry, obstacles: BaseGeometry, pitch_m: float = 6.0) -> LineString | None:
    """Shortest line from a point to a geometry that crosses no obstacle's inside; None where there is none.

    A start inside an obstacle leaves it by the nearest edge first. [m]
    """
    direct = nearest_points(start, goal)[1]
    out = _way_out(start, obstacles)
    if out.distance(direct) > REACH_M:
        return None
    zone = shapely.intersection(obstacles, out.buffer(REACH_M))
    corners = _corners(zone)
    goals = np.vstack([_goal_points(out, goal, pitch_m), _feet(corners, out, goal)])
    nodes = np.vstack([[out.x, out.y], goals, corners]) if len(corners) else np.vstack([[out.x, out.y], goals])
    weights = _sight(nodes, zone)
    spans, before = dijkstra(weights, directed=False, indices=0, return_predecessors=True)
    ends = spans[1 : 1 + len(goals)]
    if not np.isfinite(ends).any():
        return None
    trail = [int(np.argmin(ends)) + 1]
    while trail[-1] != 0:
        trail.append(int(before[trail[-1]]))
    points = [tuple(nodes[n]) for n in reversed(trail)]
    if out.distance(start) > CORNER_M:
        points.insert(0, (start.x, start.y))
    return LineString(points) if len(points) > 1 else None


def _way_out(start: Point, obstacles: BaseGeometry) -> Point:
    if not obstacles.intersects(start):
        return start
    border = nearest_points(obstacles.boundary, start)[0]
    run = max(border.distance(start), CORNER_M)
    return Point(
        start.x + (border.x - start.x) * (1.0 + CORNER_M / run), start.y + (border.y - start.y) * (1.0 + CORNER_M / run)
    )


def _goal_points(out: Point, goal: BaseGeometry, pitch_m: float) -> NDArray[np.float64]:
    """The nearest point of the goal, and the nearest ones of a row of points along it."""
    close = shapely.intersection(goal, out.buffer(out.distance(goal) + pitch_m * GOALS / 2.0))
    dense = shapely.get_coordinates(shapely.segmentize(close, pitch_m))
    order = np.lexsort((dense[:, 1], dense[:, 0], np.hypot(dense[:, 0] - out.x, dense[:, 1] - out.y)))[:GOALS]
    nearest = nearest_points(out, goal)[1]
    feet = [nearest_points(out, line)[1] for line in shapely.get_parts(close)[:GOALS] if not line.is_empty]
    return np.vstack([[nearest.x, nearest.y], *([p.x, p.y] for p in feet), dense[order]])


def _feet(corners: NDArray[np.float64], out: Point, goal: BaseGeometry) -> NDArray[np.float64]:
    """Points of the goal nearest to the corners about the start."""
    away = np.hypot(*(corners - [out.x, out.y]).T)
    close = corners[np.argsort(away, kind="stable")[:GOALS]]
    feet = shapely.shortest_line(shapely.points(close), goal)
    return shapely.get_coordinates(shapely.get_point(feet, -1))


def _corners(zone: BaseGeometry) -> NDArray[np.float64]:
    grown = [shapely.buffer(p, CORNER_M, join_style="mitre") for p in polygons(zone)]
    return shapely.get_coordinates(shapely.simplify(shapely.union_all(grown), CORNER_M)) if grown else np.empty((0, 2))


def _sight(nodes: NDArray[np.float64], zone: BaseGeometry) -> csr_matrix:
    """Lengths between nodes that see each other."""
    first, second = np.triu_indices(len(nodes), k=1)
    length = np.hypot(*(nodes[first] - nodes[second]).T)
    keep = (length < REACH_M) & (length > 0.0)
    first, second, length = first[keep], second[keep], length[keep]
    rays = shapely.linestrings(np.stack([nodes[first], nodes[second]], axis=1))
    shapely.prepare(zone)
    seen = ~shapely.intersects(zone, rays)
    return csr_matrix((length[seen], (first[seen], second[seen])), shape=(len(nodes), len(nodes)))
