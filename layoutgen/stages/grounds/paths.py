"""Footpaths: from a point to the nearest way that people walk along, straight where it can be, else round the obstacles."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np
import shapely
from shapely.geometry import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry
from shapely.ops import nearest_points, substring

from layoutgen.model.kinds import GroundKind
from layoutgen.model.plan import Way
from layoutgen.stages.grounds.board import Board, as_array, near, walk_lines
from layoutgen.stages.grounds.routes import REACH_M, shortest_route
from layoutgen.stages.grounds.ways import foot_way, lay_way

OPEN_KINDS = (GroundKind.GREEN, GroundKind.PAVED, GroundKind.FIRE_GROUND, GroundKind.GARAGE, GroundKind.CENTRAL_GREEN)
STANDING_KINDS = (GroundKind.RAMP, GroundKind.BIKE_SHED, GroundKind.GATEHOUSE)  # no path runs over their edges either
ON_M = 0.01  # closer than this a point lies on a line [m]
DOOR_M = 0.3  # a path leaves its own wall within this [m]


def obstacles_near(
    board: Board, place: BaseGeometry, but: Sequence[BaseGeometry] = (), *, edge_m: float = -ON_M * 2.0
) -> BaseGeometry:
    """Walls, and grounds that no path crosses, grown by half a path and a verge; paths keep ``edge_m`` off the site's edge."""
    half = board.commission.choices.lanes.path_width_m / 2.0
    zone = place.buffer(REACH_M)
    laid = as_array(s for s in board.laid_outlines(OPEN_KINDS) if not any(s is own or s.equals(own) for own in but))
    shapes = np.concatenate([near(board.walls(), zone), near(laid, zone)])
    if not len(shapes):
        return Polygon()
    inside = board.commission.site.boundary
    outside = shapely.difference(inside.buffer(2.0 * REACH_M), inside.buffer(-edge_m))
    return shapely.union_all([shapely.union_all(shapely.buffer(shapes, half * 1.3, join_style="mitre")), outside])


def join_on_foot(board: Board, start: Point, lines: Iterable[LineString], block: str) -> tuple[Way, ...]:
    """Lay a footpath from a point to the nearest of the lines.

    Straight where nothing stands between, else the shortest way round; nothing where there is none.
    """
    listed = list(lines)
    order = sorted(listed, key=lambda line: (line.distance(start), line.bounds))
    if not order or order[0].distance(start) < ON_M:
        return ()
    own = [g.outline for g in board.grounds if shapely.dwithin(g.outline, start, ON_M) and g.kind not in OPEN_KINDS]
    line = _straight(board, start, order[:4], own) or _round(board, start, order, ()) or _round(board, start, order, own)
    return lay_way(board, cut_at(line, order), foot_way(board, block)) if line is not None else ()


def cut_at(line: LineString, others: Sequence[LineString]) -> LineString:
    """The line from its start to the first place where it meets one of the others, but for its start."""
    meets = shapely.intersection(line, shapely.union_all(as_array(near(as_array(others), line, ON_M))))
    points = shapely.get_coordinates(meets)
    spans = [line.project(Point(p)) for p in points]
    later = [span for span in spans if span > ON_M]
    piece = substring(line, 0.0, min(later)) if later else line
    return piece if isinstance(piece, LineString) else line


def joined(*points: Point) -> LineString:
    """A line through points, those that fall together once.

    Raises
    ------
    ValueError
        If all points fall together.
    """
    kept = [points[0], *(b for a, b in pairwise(points) if a.distance(b) > ON_M)]
    return LineString(kept)


def side_nearest(outline: Polygon, lines: Sequence[LineString]) -> Point:
    """Middle of the side of a piece of ground that lies nearest to the lines."""
    target = shapely.union_all(lines)
    corners = outline.exterior.coords
    middles = [LineString(pair).interpolate(0.5, normalized=True) for pair in pairwise(corners)]
    return min(middles, key=lambda point: (point.distance(target), point.x, point.y))


def _straight(board: Board, start: Point, order: Sequence[LineString], own: Sequence[BaseGeometry]) -> LineString | None:
    half = board.commission.choices.lanes.path_width_m / 2.0
    laid = as_array(s for s in board.laid_outlines(OPEN_KINDS) if not any(s.equals(o) for o in own))
    standing = as_array([*(g.outline for g in board.grounds if g.kind in STANDING_KINDS), *(s.outline for s in board.stalls)])
    border = board.commission.site.boundary.exterior
    land = board.commission.site.boundary.buffer(ON_M)
    for line in order:
        goal = nearest_points(line, start)[0]
        leg = LineString([start, goal])
        if not land.covers(leg):
            continue
        free = shapely.difference(leg, start.buffer(DOOR_M))
        crossed = len(near(board.walls(), free)) or len(near(laid, free)) or _runs_along(leg, border, half)
        crossed = crossed or len(near(standing, leg, half * 1.05))
        crossed = crossed or any(shapely.intersects(ground.buffer(-DOOR_M), leg) for ground in own)
        if not crossed and not len(near(board.walls(), shapely.difference(leg, start.buffer(half * 2.0)), half)):
            return leg
    return None


def _runs_along(leg: LineString, border: LineString, half_m: float) -> bool:
    """Whether a leg runs so near the site's edge that half of the path would lie outside."""
    if border.distance(leg) >= half_m:
        return False
    return float(shapely.intersection(leg, border.buffer(half_m * 0.99)).length) > 3.0 * half_m


def _round(board: Board, start: Point, order: Sequence[LineString], own: Sequence[BaseGeometry]) -> LineString | None:
    half = board.commission.choices.lanes.path_width_m / 2.0
    for edge in (half, -ON_M * 2.0):
        obstacles = obstacles_near(board, start, own, edge_m=edge)
        goal = shapely.difference(shapely.union_all(order), obstacles)
        route = shortest_route(start, goal, obstacles) if not goal.is_empty else None
        if route is not None:
            return route
    return None


def block_lines(board: Board, block: str) -> list[LineString]:
    """Walked lines of one block's ways."""
    return walk_lines(way for way in board.ways if way.block == block)


def all_lines(board: Board) -> list[LineString]:
    """All walked lines, streets with a footway among them."""
    return walk_lines(board.all_ways())
