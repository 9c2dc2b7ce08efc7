"""Footpaths from every door: of homes to their lane, of facilities to the street."""

from shapely.geometry import LineString, Point

from layoutgen.model.plan import Lot, Spot
from layoutgen.stages.grounds.board import Board
from layoutgen.stages.grounds.frontage import Frontage, find_frontages
from layoutgen.stages.grounds.paths import all_lines, block_lines, join_on_foot, joined, obstacles_near
from layoutgen.stages.grounds.routes import shortest_route
from layoutgen.stages.grounds.ways import foot_way, lay_way

ON_M = 0.01  # closer than this a door stands on a line [m]


def lay_home_paths(board: Board) -> None:
    """Join the doors of a block's buildings to the nearest way of the block."""
    block_of = {b.id: b.block for b in board.massing.buildings}
    for door in sorted(board.massing.doors, key=lambda d: d.id):
        block = block_of.get(door.of, "")
        if block and not join_on_foot(board, door.point, block_lines(board, block) or all_lines(board), block):
            _note_lost(board, door)


def lay_lot_paths(board: Board) -> None:
    """Join the doors in lots to the road on which their lot lies, or to a path laid already."""
    lot_of = {b.id: b.lot for b in board.massing.buildings} | {f.id: f.lot for f in board.massing.facilities}
    lots = {lot.id: lot for lot in board.allocation.lots}
    for door in sorted(board.massing.doors, key=lambda d: d.id):
        lot = lots.get(lot_of.get(door.of, ""))
        if lot is not None:
            _join_lot_door(board, door, lot)


def _join_lot_door(board: Board, door: Spot, lot: Lot) -> None:
    if any(way.centre.distance(door.point) < ON_M for way in board.ways):
        return
    ways_in = lot_ways_in(lot, board)
    paths = [way.centre for way in board.ways if way.tags == () and way.block == "" and way.centre.intersects(lot.outline)]
    best = min(ways_in, key=lambda leg: (leg.distance(door.point), leg.bounds), default=None)
    nearer = [line for line in paths if best is None or line.distance(door.point) < best.distance(door.point)]
    if nearer and join_on_foot(board, door.point, nearer, ""):
        return
    if best is None or not _lay_leg(board, door.point, best):
        if not join_on_foot(board, door.point, all_lines(board), ""):
            _note_lost(board, door)


def lot_ways_in(lot: Lot, board: Board, pitch_m: float = 4.0) -> list[LineString]:
    """Short lines from points of a lot's frontages to where they join the road; points where the road is the site's edge."""
    legs = []
    for frontage in find_frontages(board, lot.outline):
        for point in frontage.points(2.0, pitch_m):
            legs.append(_leg(frontage, point))
    return legs


def _leg(frontage: Frontage, point: Point) -> LineString:
    return LineString([point, frontage.arrival(point)])


def _lay_leg(board: Board, door: Point, leg: LineString) -> bool:
    """Lay the path from a door to a way in, and through it to the road."""
    gate = Point(leg.coords[0])
    obstacles = obstacles_near(board, door)
    way_in = gate if not obstacles.intersects(gate) else None
    route = shortest_route(door, gate, obstacles) if way_in is not None else LineString([door, gate])
    if route is None:
        return False
    line = joined(*(Point(p) for p in (*route.coords, leg.coords[-1])))
    return bool(lay_way(board, line, foot_way(board, "")))


def _note_lost(board: Board, door: Spot) -> None:
    if not any(way.centre.distance(door.point) < ON_M for way in board.ways):
        board.notes.append(f"door {door.id} is joined to no path")
