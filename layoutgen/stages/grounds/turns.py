"""Room for fire engines to turn: the ground inside the corners of their lanes on which nothing may stand (GB 50016 7.1.8)."""

import shapely
from shapely.geometry.base import BaseGeometry

from layoutgen.model.kinds import WayKind
from layoutgen.model.plan import Way
from layoutgen.stages.grounds.board import Board, as_array, near
from layoutgen.walking.lane_corners import lane_corners

CLAUSE = "FIRE-17"
BENDS = "ROAD-09.radius"
SPARE_M = 0.1  # of radius above what is asked [m]


def keep_turns_free(board: Board) -> None:
    """Mark the ground of every arc of the fire lanes; where no pack in force asks for a radius, none."""
    board.turns.extend(_arcs(board, CLAUSE, [way for way in board.all_ways() if way.is_fire_lane]))


def without_turns(board: Board, place: BaseGeometry) -> BaseGeometry:
    """A place without the ground of the arcs of engines."""
    return _without(place, board.turns)


def without_bends(board: Board, place: BaseGeometry) -> BaseGeometry:
    """A place without the ground of the smaller arcs that every road has at its corners."""
    arcs = _arcs(board, BENDS, [way for way in board.all_ways() if way.kind is not WayKind.FOOTPATH])
    return _without(place, arcs)


def _without(place: BaseGeometry, arcs: list[BaseGeometry]) -> BaseGeometry:
    """A place without the arcs that meet it: few of a site's do."""
    close = near(as_array(arcs), place)
    return shapely.difference(place, shapely.union_all(close)) if len(close) else place


def _arcs(board: Board, clause_id: str, ways: list[Way]) -> list[BaseGeometry]:
    clause = next((c for c in board.standard.clauses if c.id == clause_id), None)
    if clause is None or clause.limit is None or clause.limit.low is None:
        return []
    return [corner.fillet(clause.limit.low + SPARE_M) for corner in lane_corners(ways)]
