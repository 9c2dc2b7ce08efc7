"""Room for fire engines to turn: the ground inside the corners of their lanes on which nothing may stand (GB 50016 7.1.8)."""

import shapely
from shapely.geometry.base import BaseGeometry

from layoutgen.stages.grounds.board import Board
from layoutgen.walking.lane_corners import lane_corners

CLAUSE = "FIRE-17"
SPARE_M = 0.1  # of radius above what is asked [m]


def keep_turns_free(board: Board) -> None:
    """Mark the ground of every arc; where no pack in force asks for a radius, none."""
    clause = next((c for c in board.standard.clauses if c.id == CLAUSE), None)
    if clause is None or clause.bound.low is None:
        return
    radius = clause.bound.low + SPARE_M
    corners = lane_corners([way for way in board.all_ways() if way.is_fire_lane])
    board.turns.extend(corner.fillet(radius) for corner in corners)


def without_turns(board: Board, place: BaseGeometry) -> BaseGeometry:
    """A place without the ground of the arcs."""
    return shapely.difference(place, shapely.union_all(board.turns)) if board.turns else place
