"""The spine of a block: a walk across its rows in line with the gaps between gables, from edge to edge over the lanes."""

from itertools import pairwise
from typing import NamedTuple

import numpy as np
import shapely
from shapely import affinity
from shapely.geometry import LineString
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.parts import lines, snap_line
from layoutgen.model.kinds import GroundKind
from layoutgen.model.plan import Block
from layoutgen.stages.grounds.board import Board, as_array, near
from layoutgen.stages.grounds.paths import block_lines
from layoutgen.stages.grounds.ways import foot_way, lay_way

ORIGIN = (0.0, 0.0)
STEP_M = 2.0  # between the lines that are tried
WALL_M = 1.5  # of a walk's edge off walls [m]
PLAY_M = 0.4  # of a walk's edge off play grounds [m]
LEAST_M = 4.0  # a shorter stretch leads nowhere [m]
OFF_MIDDLE = 0.3  # what a metre off the middle is worth in metres of free walk
SIDE_M = 0.15  # share of the block's width at either side where no spine runs
JOG_M = 60.0  # a stretch that is blocked is led on no farther aside


class _Stretch(NamedTuple):
    """A stretch between two walked lines, in the frame of the rows."""

    x: float
    low: float
    high: float


def lay_spines(board: Board) -> None:
    """Lay the spine of every block with homes, through its central green where that lies in the way."""
    for block in sorted(board.allocation.blocks, key=lambda b: b.id):
        if board.households(block.id):
            _lay(board, block)


def _lay(board: Board, block: Block) -> None:
    cells = {cell.id for cell in board.allocation.cells if cell.block == block.id}
    azimuth = next((row.azimuth_deg for row in board.massing.rows if row.cell in cells), board.structure.azimuth_deg)
    free, blocked = _stretches(board, block, azimuth)
    if not free:
        return
    greens = [g.outline for g in board.grounds if g.kind is GroundKind.CENTRAL_GREEN and g.block == block.id]
    heart = max(greens, key=lambda green: green.area) if greens else block.outline
    middle = affinity.rotate(heart.centroid, -azimuth, origin=ORIGIN).x
    worth = {x: sum(s.high - s.low for s in run) - OFF_MIDDLE * abs(x - middle) for x, run in free.items()}
    best = max(worth, key=lambda x: (round(worth[x], 1), -abs(x - middle), x))
    chosen = [*free[best], *_led_aside(blocked.get(best, []), best, free)]
    for stretch in dict.fromkeys(chosen):
        lay_way(board, _line(stretch, azimuth), foot_way(board, block.id))


def further_walks(board: Board, block: Block) -> list[LineString]:
    """Stretches in line with gable gaps, from way to way, for more walks across the rows; none cuts a green."""
    cells = {cell.id for cell in board.allocation.cells if cell.block == block.id}
    azimuth = next((row.azimuth_deg for row in board.massing.rows if row.cell in cells), board.structure.azimuth_deg)
    greens = as_array(g.outline for g in board.grounds if g.kind is GroundKind.CENTRAL_GREEN and g.block == block.id)
    free, _ = _stretches(board, block, azimuth, is_in_gaps=True)
    found = [_line(stretch, azimuth) for run in free.values() for stretch in run]
    return [line for line in found if not len(near(greens, line, board.commission.choices.lanes.path_width_m))]


def _line(stretch: _Stretch, azimuth_deg: float) -> LineString:
    upright = LineString([(stretch.x, stretch.low), (stretch.x, stretch.high)])
    return snap_line(affinity.rotate(upright, azimuth_deg, origin=ORIGIN))


def _led_aside(blocked: list[_Stretch], at: float, free: dict[float, list[_Stretch]]) -> list[_Stretch]:
    """The nearest free stretches in the place of those that are blocked."""
    found: list[_Stretch] = []
    for gap in blocked:
        middle = (gap.low + gap.high) / 2.0
        near_by = sorted((x for x in free if abs(x - at) <= JOG_M), key=lambda x: (abs(x - at), x))
        found.extend([s for x in near_by for s in free[x] if s.low < middle < s.high][:1])
    return found


def _stretches(
    board: Board, block: Block, azimuth_deg: float, *, is_in_gaps: bool = False
) -> tuple[dict[float, list[_Stretch]], dict[float, list[_Stretch]]]:
    """Free and blocked stretches across the rows between walked lines, by their places along the rows."""
    turned = affinity.rotate(block.outline, -azimuth_deg, origin=ORIGIN)
    taken = affinity.rotate(_taken(board, block), -azimuth_deg, origin=ORIGIN)
    walked = affinity.rotate(shapely.union_all(as_array(block_lines(board, block.id))), -azimuth_deg, origin=ORIGIN)
    shapely.prepare(taken)
    west, south, east, north = turned.bounds
    side = SIDE_M * (east - west)
    free: dict[float, list[_Stretch]] = {}
    blocked: dict[float, list[_Stretch]] = {}
    middles = [x for x in _gable_gaps(board, block, azimuth_deg) if west + side < x < east - side]
    between = [] if is_in_gaps else np.arange(west + side, east - side, STEP_M).round(3).tolist()
    for x in sorted({*middles, *between}):
        for inside in lines(shapely.intersection(LineString([(x, south), (x, north)]), turned)):
            places = sorted({round(float(xy[1]), 3) for xy in shapely.get_coordinates(shapely.intersection(inside, walked))})
            for low, high in pairwise(places):
                if high - low >= LEAST_M:
                    is_blocked = taken.intersects(LineString([(x, low), (x, high)]))
                    (blocked if is_blocked else free).setdefault(x, []).append(_Stretch(x, low, high))
    return free, blocked


def _gable_gaps(board: Board, block: Block, azimuth_deg: float) -> list[float]:
    """Middles of the gaps between gables, as places along the rows."""
    footprints = {b.id: affinity.rotate(b.footprint, -azimuth_deg, origin=ORIGIN).bounds for b in board.buildings_of(block.id)}
    rows = [sorted(footprints[name] for name in row.buildings if name in footprints) for row in board.massing.rows]
    return [round((one[2] + other[0]) / 2.0, 3) for row in rows for one, other in pairwise(row)]


def _taken(board: Board, block: Block) -> BaseGeometry:
    """What a walk keeps off, grown by half its width and the distance it keeps."""
    half = board.commission.choices.lanes.path_width_m / 2.0
    open_kinds = (GroundKind.GARAGE, GroundKind.CENTRAL_GREEN, GroundKind.FIRE_GROUND, GroundKind.PAVED)
    walls = shapely.buffer(near(board.walls(), block.outline, WALL_M), half + WALL_M, join_style="mitre")
    laid = shapely.buffer(near(board.laid_outlines(open_kinds), block.outline), half + PLAY_M, join_style="mitre")
    doors = [d.point.buffer(half + WALL_M) for d in board.massing.doors if shapely.dwithin(d.point, block.outline, WALL_M)]
    return shapely.union_all([*walls, *laid, *doors])
