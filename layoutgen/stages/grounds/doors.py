"""Footpaths from the doors of homes to their lanes."""

from layoutgen.geometry.tolerance import DOOR_REACH_M
from layoutgen.model.plan import Spot
from layoutgen.stages.grounds.board import Board
from layoutgen.stages.grounds.paths import all_lines, block_lines, join_on_foot

ON_M = 0.01  # closer than this a door stands on a line [m]


def lay_home_paths(board: Board) -> None:
    """Join the doors of a block's buildings to the nearest way of the block."""
    block_of = {b.id: b.block for b in board.massing.buildings}
    for door in sorted(board.massing.doors, key=lambda d: d.id):
        block = block_of.get(door.of, "")
        if block and not join_on_foot(board, door.point, block_lines(board, block) or all_lines(board), block):
            note_lost(board, door)


def is_joined(board: Board, door: Spot) -> bool:
    """Whether a centre line comes to the door."""
    return any(way.centre.distance(door.point) < ON_M for way in board.ways)


def note_lost(board: Board, door: Spot) -> None:
    """Say so where a door has no path in reach; the steps of a neighbouring door may serve it too."""
    if not any(way.centre.distance(door.point) < DOOR_REACH_M for way in board.ways):
        board.notes.append(f"door {door.id} is joined to no path")
