"""Footpaths in the lots: a walk along the front of each facility building, and from it to the road."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import shapely
from shapely.geometry import LineString, MultiPoint, Point

from layoutgen.model.kinds import WayKind
from layoutgen.model.plan import Building, Lot, Spot
from layoutgen.stages.grounds.board import Board, near
from layoutgen.stages.grounds.doors import is_joined, note_lost
from layoutgen.stages.grounds.frontage import Frontage, way_in_frontages
from layoutgen.stages.grounds.paths import all_lines, cut_at, join_on_foot, joined, obstacles_near
from layoutgen.stages.grounds.routes import shortest_route
from layoutgen.stages.grounds.ways import foot_way, lay_way

WALK_M = 2.4  # of the front walk's middle from the wall [m]
PITCH_M = 4.0  # between the places on a frontage that are tried [m]
INWARD_M = 2.0  # how far a path runs square to its frontage [m]
AROUND_M = 12.0  # how far a path may stray from its lot [m]
MARGIN_M = 2.0  # from a frontage's ends [m]


def lay_lot_paths(board: Board) -> None:
    """Join the doors in lots to the road on which their lot lies."""
    lots = {lot.id: lot for lot in board.allocation.lots}
    host = {f.id: f.building for f in board.massing.facilities}
    for building in sorted(board.massing.buildings, key=lambda b: b.id):
        if building.lot not in lots:
            continue
        doors = [d for d in board.massing.doors if host.get(d.of, d.of) == building.id and not is_joined(board, d)]
        for side in _by_wall(building, sorted(doors, key=lambda d: d.id)):
            _join_wall(board, side, lots[building.lot])


def _by_wall(building: Building, doors: Sequence[Spot]) -> list[list[tuple[Spot, Point]]]:
    """Doors wall by wall, each with the point that lies before it on the front walk."""
    walls = [LineString(pair) for pair in pairwise(shapely.orient_polygons(building.footprint).exterior.coords)]
    sides: dict[int, list[tuple[Spot, Point]]] = {}
    for door in doors:
        n = min(range(len(walls)), key=lambda k: (walls[k].distance(door.point), k))
        start, end = shapely.get_coordinates(walls[n])
        run = (end - start) / walls[n].length
        before = Point(door.point.x + run[1] * WALK_M, door.point.y - run[0] * WALK_M)
        sides.setdefault(n, []).append((door, before))
    return [sides[n] for n in sorted(sides)]


def _join_wall(board: Board, side: list[tuple[Spot, Point]], lot: Lot) -> None:
    """Lay the front walk of one wall, its way to the road, and the steps from each door."""
    walk = _front_walk(board, [before for _, before in side])
    if walk is not None:
        lay_way(board, walk, foot_way(board, ""))
        starts = _starts(board, walk, lot)
        if not any(_to_road(board, start, lot) for start in starts):
            join_on_foot(board, starts[0], [line for line in all_lines(board) if not line.equals(walk)], "")
    for door, before in side:
        if is_joined(board, door):
            continue
        if walk is not None:
            lay_way(board, joined(door.point, before), foot_way(board, ""))
        elif not _to_road(board, door.point, lot):
            join_on_foot(board, door.point, all_lines(board), "")
        note_lost(board, door)


def _starts(board: Board, walk: LineString, lot: Lot) -> list[Point]:
    """Where the way to the road leaves a front walk: its middle where the road lies before it, else an end."""
    fronts = [frontage.line for frontage in way_in_frontages(board, lot)]
    roads = shapely.union_all(fronts) if fronts else lot.outline.exterior
    middle = walk.interpolate(0.5, normalized=True)
    ends = sorted((Point(walk.coords[k]) for k in (0, -1)), key=lambda p: (p.distance(roads), p.x, p.y))
    sight = shapely.shortest_line(middle, roads)
    return [*ends, middle] if len(near(board.walls(), sight)) else [middle, *ends]


def _front_walk(board: Board, points: Sequence[Point]) -> LineString | None:
    """The line before all doors of a wall; None for a single door, or where something stands in the way."""
    order = sorted(points, key=lambda p: (p.x, p.y))
    span = np.hypot(order[-1].x - order[0].x, order[-1].y - order[0].y)
    half = board.commission.choices.lanes.path_width_m / 2.0
    if span < 2.0 * half:
        return None
    line = LineString([order[0], order[-1]])
    inside = board.commission.site.boundary.buffer(-half).covers(line)
    return line if inside and not len(near(board.walls(), line, half)) else None


def _to_road(board: Board, start: Point, lot: Lot) -> bool:
    """Lay a path to the nearest walked line in the lot, or to the road by the lot's own frontage."""
    fronts = way_in_frontages(board, lot)
    legs = [_leg(front, point, start) for front in fronts for point in front.points(MARGIN_M, PITCH_M)]
    legs.sort(key=lambda leg: (Point(leg.coords[0]).distance(start), leg.bounds))
    away = Point(legs[0].coords[0]).distance(start) if legs else np.inf
    own = [way.centre for way in board.ways if way.kind is WayKind.FOOTPATH and way.centre.intersects(lot.outline)]
    paths = [line for line in own if 0.0 < line.distance(start) <= away and not way_touches(line, start)]
    if paths and join_on_foot(board, start, paths, ""):
        return True
    half = board.commission.choices.lanes.path_width_m / 2.0
    return _lay_leg(board, start, legs, half, lot) or any(_lay_leg(board, start, [leg], -half, lot) for leg in legs[:3])


def _leg(front: Frontage, gate: Point, start: Point) -> LineString:
    """The last steps: from inside the lot, no deeper than the start, square to its frontage through the gate to the road."""
    (ax, ay), (bx, by) = shapely.get_coordinates(front.line)[[0, -1]].tolist()
    length = front.line.length
    inward = min(INWARD_M, front.line.distance(start))
    inner = Point(gate.x - (by - ay) / length * inward, gate.y + (bx - ax) / length * inward)
    return joined(inner, gate, front.arrival(gate))


def way_touches(line: LineString, point: Point) -> bool:
    """Whether a point lies on a line."""
    return bool(shapely.dwithin(line, point, MARGIN_M / 100.0))


def _lay_leg(board: Board, start: Point, legs: Sequence[LineString], edge_m: float, lot: Lot) -> bool:
    """Lay the shortest path over the lot from a place to one of the legs, and along it to the road."""
    if not legs:
        return False
    doorsteps = {leg.coords[0]: leg for leg in legs}
    around = lot.outline.buffer(AROUND_M, join_style="mitre")
    fence = shapely.difference(around.buffer(1.0, join_style="mitre"), around)
    inside = shapely.intersection(obstacles_near(board, start, edge_m=edge_m), around)
    route = shortest_route(start, MultiPoint(list(doorsteps)), shapely.union(inside, fence))
    if route is None:
        return False
    last = Point(route.coords[-1])
    leg = min(legs, key=lambda one: (Point(one.coords[0]).distance(last), one.bounds))
    line = joined(*(Point(p) for p in (*route.coords, *leg.coords[1:])))
    others = [other for other in all_lines(board) if not way_touches(other, start)]
    return bool(lay_way(board, cut_at(line, others), foot_way(board, "")))
