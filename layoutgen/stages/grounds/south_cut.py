"""Loops of cells whose last row stands at the street: they turn back north of that row, as its lane."""

import shapely
from shapely import affinity
from shapely.geometry import Polygon

from layoutgen.geometry.parts import largest, snap_to_grid
from layoutgen.geometry.tolerance import LENGTH_EPS_M
from layoutgen.model.stages import Cell, Row
from layoutgen.stages.grounds.board import Board

ORIGIN = (0.0, 0.0)
CLOSE_M = 0.1  # a wall so much nearer to the loop than it should be is not beside it but in its way [m]


def without_south(board: Board, square: Polygon, cell: Cell) -> Polygon:
    """A loop cut along the lane of the rows that stand where its south leg would run; the loop itself where none does."""
    lanes = board.commission.choices.lanes
    half = lanes.loop_width_m / 2.0
    for azimuth in sorted({row.azimuth_deg for row in board.massing.rows if row.cell == cell.id}, key=abs)[:1]:
        rows = [row for row in board.massing.rows if row.cell == cell.id and row.azimuth_deg == azimuth]
        turned = affinity.rotate(square, -azimuth, origin=ORIGIN)
        norths = _norths_in_the_way(board, rows, turned, half + lanes.lane_to_wall_m - CLOSE_M)
        if not norths:
            return square
        west, _, east, north = turned.bounds
        line = max(norths) + lanes.lane_to_wall_m + half + LENGTH_EPS_M
        kept = largest(shapely.intersection(turned, shapely.box(west, min(line, north), east, north)))
        if kept is not None and kept.bounds[3] - kept.bounds[1] > 2.0 * lanes.loop_width_m:
            return snap_to_grid(affinity.rotate(kept, azimuth, origin=ORIGIN))[0]
    return square


def _norths_in_the_way(board: Board, rows: list[Row], turned: Polygon, room_m: float) -> list[float]:
    """North walls of the buildings, in the rows' frame, that have the loop before or under their south walls."""
    names = {name: row.azimuth_deg for row in rows for name in row.buildings}
    found: list[float] = []
    for building in board.massing.buildings:
        if building.id in names:
            west, south, east, north = affinity.rotate(building.footprint, -names[building.id], origin=ORIGIN).bounds
            middle = (west + east) / 2.0
            strip = shapely.box(min(west + room_m, middle), south - room_m, max(east - room_m, middle + CLOSE_M), south)
            if not turned.buffer(-LENGTH_EPS_M).covers(strip):
                found.append(north)
    return found
