"""Central green 集中绿地 of each block: the sunniest ground that is wide enough."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry
from shapely.ops import nearest_points

from layoutgen.geometry.parts import polygons
from layoutgen.model.kinds import GroundKind, WayKind
from layoutgen.model.plan import Block
from layoutgen.stages.grounds.board import Board, as_array, without
from layoutgen.stages.grounds.free_ground import Gaps, free_ground
from layoutgen.stages.grounds.green_windows import SUNNY, Window, best_window, trimmed
from layoutgen.stages.grounds.paths import block_lines, join_on_foot
from layoutgen.stages.grounds.play_grounds import lay_play
from layoutgen.stages.grounds.rings import Ring
from layoutgen.stages.grounds.sunny import lit_grid
from layoutgen.stages.grounds.ways import foot_way, link_inside
from layoutgen.standards.counting import load_counting

PIECES_MAX = 6
GRAIN_M = 0.03  # more than the law's least, for the drawing's grid
LOOP_SIDE_M = 9.0  # beside the loops, for ramps, stalls and sheds [m]
SPARE = 1.03  # of the area still needed, above it


class _Edges(NamedTuple):
    """How wide a green is at least, and how far it keeps off walls and carriageways [m]."""

    width_m: float
    wall_m: float
    way_m: float


def lay_central_greens(board: Board, rings: Sequence[Ring]) -> None:
    """Lay the central green of every block, joined to its ways; off the loops where it can be, for what lies along those."""
    for block in sorted(board.allocation.blocks, key=lambda b: b.id):
        verge = board.commission.choices.lanes.verge_m
        own = [ring for ring in rings if ring.cell.block == block.id]
        inside = [ring.cell.outline.buffer(-verge, join_style="mitre") for ring in own]
        cells = [cell.outline for cell in board.allocation.cells if cell.block == block.id]
        if board.households(block.id):
            places = inside or sorted(cells, key=lambda cell: cell.bounds)
            _lay(board, block, [without(place, _loops(board, block), LOOP_SIDE_M) for place in places], places)


def _loops(board: Board, block: Block) -> NDArray[np.object_]:
    return as_array(way.outline for way in board.ways if way.block == block.id and way.kind is WayKind.MAIN)


def _lay(board: Board, block: Block, inner: Sequence[BaseGeometry], places: Sequence[BaseGeometry]) -> None:
    choices = board.commission.choices.grounds
    need = board.households(block.id) * board.commission.program.household_size * choices.central_green_m2
    windows = _best_windows(board, block, (inner, places), need)
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


def _best_windows(board: Board, block: Block, places: tuple[Sequence[BaseGeometry], ...], need_m2: float) -> list[Window]:
    """Windows off the loops; where those do not meet the law, up to the loops; at last as narrow and near as the law lets."""
    aims, law = board.commission.choices.grounds, load_counting()
    aimed = _Edges(aims.central_green_width_m, aims.central_green_wall_m, aims.central_green_way_m)
    least = _Edges(law.central_width_m + GRAIN_M, law.central_off_wall_m + GRAIN_M, law.central_off_lane_m + GRAIN_M)
    found: list[Window] = []
    for place, edges in ((places[0], aimed), (places[-1], aimed), (places[-1], least)):
        windows = _windows(board, block, place, need_m2, edges)
        met = [min(each[0].outline.area / need_m2, 1.0) + each[0].sunny_share if each else 0.0 for each in (found, windows)]
        found = windows if met[1] > met[0] else found
        if found and found[0].is_sunny and found[0].outline.area >= need_m2:
            break
    return found


def _windows(board: Board, block: Block, places: Sequence[BaseGeometry], need_m2: float, edges: _Edges) -> list[Window]:
    """The best part of every court of the block, the best first, of equals that in the largest court."""
    rows = [row for row in board.massing.rows if any(b.id in row.buildings for b in board.buildings_of(block.id))]
    azimuth = rows[0].azimuth_deg if rows else board.structure.azimuth_deg
    pieces = [piece for place in places for piece in _pieces(board, place, edges)]
    found = [(best_window(piece, lit_grid(board, piece, azimuth), need_m2, edges.width_m), piece) for piece in pieces]

    def worth(entry: tuple[Window, Polygon]) -> tuple[float, float, tuple[float, ...]]:
        window, court = entry
        met = min(window.outline.area / need_m2, 1.0) + 2.0 * min(window.sunny_share / SUNNY, 1.0)
        return (-round(met, 2), -court.area, window.outline.bounds)

    return [window for window, _ in sorted(((w, piece) for w, piece in found if w is not None), key=worth)]


def _pieces(board: Board, place: BaseGeometry, edges: _Edges) -> list[Polygon]:
    """Open pieces of a place that are wide enough everywhere."""
    free = free_ground(board, place, Gaps(wall_m=edges.wall_m, way_m=edges.way_m, path_m=0.0))
    radius = edges.width_m / 2.0
    opened = free.buffer(-radius, join_style="mitre").buffer(radius, join_style="mitre")
    return [Polygon(p.exterior) for p in polygons(shapely.intersection(opened, free), radius * radius * 4.0) if not p.interiors]


def _join(board: Board, block: Block, green: Polygon) -> None:
    lines = block_lines(board, block.id)
    if lines and not any(line.distance(green) < GRAIN_M / 3.0 for line in lines):
        leg = LineString(nearest_points(green.exterior, shapely.union_all(lines)))
        if not join_on_foot(board, Point(leg.coords[0]), lines, block.id):
            link_inside(board, leg, foot_way(board, block.id))
