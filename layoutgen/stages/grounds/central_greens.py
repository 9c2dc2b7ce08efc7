"""Central green 集中绿地 of each block: the sunniest ground that is wide enough."""

from collections.abc import Sequence

import shapely
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry
from shapely.ops import nearest_points

from layoutgen.geometry.parts import polygons
from layoutgen.model.kinds import GroundKind
from layoutgen.model.plan import Block
from layoutgen.stages.grounds.board import Board
from layoutgen.stages.grounds.free_ground import Gaps, free_ground
from layoutgen.stages.grounds.green_windows import SUNNY, Window, best_window, trimmed
from layoutgen.stages.grounds.paths import block_lines, join_on_foot
from layoutgen.stages.grounds.play_grounds import lay_play
from layoutgen.stages.grounds.rings import Ring
from layoutgen.stages.grounds.sunny import lit_grid

PIECES_MAX = 6
SPARE = 1.03  # of the area still needed, above it


def lay_central_greens(board: Board, rings: Sequence[Ring]) -> None:
    """Lay the central green of every block, joined to its ways."""
    for block in sorted(board.allocation.blocks, key=lambda b: b.id):
        verge = board.commission.choices.lanes.verge_m
        own = [ring for ring in rings if ring.cell.block == block.id]
        inside = [ring.cell.outline.buffer(-verge, join_style="mitre") for ring in own]
        cells = [cell.outline for cell in board.allocation.cells if cell.block == block.id]
        if board.households(block.id):
            _lay(board, block, inside or sorted(cells, key=lambda cell: cell.bounds))


def _lay(board: Board, block: Block, places: Sequence[BaseGeometry]) -> None:
    choices = board.commission.choices.grounds
    need = board.households(block.id) * board.commission.program.household_size * choices.central_green_m2
    windows = _windows(board, block, places, need)
    laid, sunny, has_play = 0.0, 0.0, False
    for window in windows[:PIECES_MAX]:
        is_sunny_enough = sunny + window.sunny_share * window.outline.area >= SUNNY * (laid + window.outline.area)
        if laid >= need and (has_play or not is_sunny_enough):
            continue
        if laid and not is_sunny_enough:  # no more shade than the area asks for
            window = trimmed(window, (need - laid) * SPARE, choices.central_green_width_m)
        for ground in board.add_ground(GroundKind.CENTRAL_GREEN, window.outline, block=block.id):
            has_play = lay_play(board, block, ground.outline, window.grid) or has_play
            _join(board, block, ground.outline)
            laid += ground.outline.area
            sunny += window.sunny_share * ground.outline.area
    if laid < need:
        board.notes.append(f"block {block.id} has {laid:.0f} of {need:.0f} m2 of central green")


def _windows(board: Board, block: Block, places: Sequence[BaseGeometry], need_m2: float) -> list[Window]:
    """The best part of every piece of the block, the best first."""
    width = board.commission.choices.grounds.central_green_width_m
    rows = [row for row in board.massing.rows if any(b.id in row.buildings for b in board.buildings_of(block.id))]
    azimuth = rows[0].azimuth_deg if rows else board.structure.azimuth_deg
    pieces = [piece for place in places for piece in _pieces(board, place)]
    found = [best_window(piece, lit_grid(board, piece, azimuth), need_m2, width) for piece in pieces]

    def worth(window: Window) -> tuple[float, float, tuple[float, ...]]:
        met = min(window.outline.area / need_m2, 1.0) + 2.0 * min(window.sunny_share / SUNNY, 1.0)
        return (-round(met, 2), -window.outline.area, window.outline.bounds)

    return sorted((window for window in found if window is not None), key=worth)


def _pieces(board: Board, place: BaseGeometry) -> list[Polygon]:
    """Open pieces of a place that are wide enough everywhere."""
    choices = board.commission.choices.grounds
    gaps = Gaps(wall_m=choices.central_green_wall_m, way_m=choices.central_green_way_m, path_m=0.0)
    free = free_ground(board, place, gaps)
    radius = choices.central_green_width_m / 2.0
    opened = free.buffer(-radius, join_style="mitre").buffer(radius, join_style="mitre")
    return [Polygon(p.exterior) for p in polygons(shapely.intersection(opened, free), radius * radius * 4.0) if not p.interiors]


def _join(board: Board, block: Block, green: Polygon) -> None:
    lines = block_lines(board, block.id)
    if lines and not any(line.distance(green) < board.commission.choices.lanes.path_width_m for line in lines):
        join_on_foot(board, nearest_points(green.exterior, shapely.union_all(lines))[0], lines, block.id)
