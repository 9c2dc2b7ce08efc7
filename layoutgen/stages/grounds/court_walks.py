"""A walk along the central green of each block, parallel to the rows, from way to way."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
import shapely
from shapely import affinity
from shapely.geometry import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry
from shapely.ops import substring

from layoutgen.geometry.parts import lines, snap_line
from layoutgen.model.kinds import GroundKind, WayKind
from layoutgen.model.plan import Block
from layoutgen.stages.grounds.board import Board, as_array, near
from layoutgen.stages.grounds.paths import block_lines
from layoutgen.stages.grounds.ways import foot_way, lay_way

ORIGIN = (0.0, 0.0)
STEP_M = 1.0  # between the lines that are tried
WALL_M = 1.5  # of a walk's edge off walls [m]
PLAY_M = 0.4  # of a walk's edge off the play ground [m]
LEAST_M = 12.0  # a shorter walk leads nowhere [m]
BESIDE_M = 3.0  # a walk that runs so near a way serves nobody [m]
AIM = 0.5  # where across the green a walk runs best, as a share of its width


def lay_court_walks(board: Board) -> None:
    """Lay the walks of every block that has a central green."""
    for block in sorted(board.allocation.blocks, key=lambda b: b.id):
        greens = [g.outline for g in board.grounds if g.kind is GroundKind.CENTRAL_GREEN and g.block == block.id]
        if greens:
            _lay(board, block, max(greens, key=lambda green: green.area))


def _lay(board: Board, block: Block, green: Polygon) -> None:
    cells = {cell.id for cell in board.allocation.cells if cell.block == block.id}
    azimuth = next((row.azimuth_deg for row in board.massing.rows if row.cell in cells), board.structure.azimuth_deg)
    taken = _taken(board, block)
    found = min(_walks(board, block, green, azimuth, taken), key=lambda one: (one[0], one[1].bounds), default=None)
    if found is not None:
        for piece in _stretches(board, block, found[1]):
            lay_way(board, piece, foot_way(board, block.id))


def _taken(board: Board, block: Block) -> BaseGeometry:
    """What a walk keeps off, grown by half its width and the distance it keeps."""
    half = board.commission.choices.lanes.path_width_m / 2.0
    open_kinds = (GroundKind.GARAGE, GroundKind.CENTRAL_GREEN, GroundKind.FIRE_GROUND, GroundKind.PAVED)
    walls = shapely.buffer(near(board.walls(), block.outline, WALL_M), half + WALL_M, join_style="mitre")
    laid = shapely.buffer(near(board.laid_outlines(open_kinds), block.outline), half + PLAY_M, join_style="mitre")
    return shapely.union_all([*walls, *laid])


def _walks(
    board: Board, block: Block, green: Polygon, turn_deg: float, taken: BaseGeometry
) -> Iterator[tuple[float, LineString]]:
    """Straight lines through the green that lead from one way to another, and how far each runs from the green's middle."""
    turned = affinity.rotate(green, -turn_deg, origin=ORIGIN)
    west, south, east, north = turned.bounds
    reach = float(np.hypot(*(np.subtract(block.outline.bounds[2:], block.outline.bounds[:2]))))
    ends = shapely.union_all(block_lines(board, block.id))
    for y in np.arange(south + STEP_M, north, STEP_M):
        row = affinity.rotate(LineString([(west - reach, y), (east + reach, y)]), turn_deg, origin=ORIGIN)
        free = lines(shapely.difference(shapely.intersection(row, block.outline), taken))
        middle = shapely.intersection(row, green)
        run = next((piece for piece in free if piece.intersection(middle).length > LEAST_M / 2.0), None)
        meets = (
            [] if run is None else [run.project(Point(xy)) for xy in shapely.get_coordinates(shapely.intersection(run, ends))]
        )
        if run is not None and len(meets) > 1 and max(meets) - min(meets) > LEAST_M:
            line = substring(run, min(meets), max(meets))
            if shapely.intersection(line, green).length > LEAST_M / 2.0:
                yield round(abs(float(y) - (south + AIM * (north - south))), 1), LineString(line.coords)


def _stretches(board: Board, block: Block, walk: LineString) -> Sequence[LineString]:
    """The walk from way to way, without what runs close beside a way."""
    ways = as_array(way.outline for way in board.ways if way.block == block.id and way.kind is not WayKind.FOOTPATH)
    cuts = shapely.union_all(as_array(block_lines(board, block.id)))
    points = sorted({round(walk.project(Point(xy)), 3) for xy in shapely.get_coordinates(shapely.intersection(walk, cuts))})
    pieces = [substring(walk, a, b) for a, b in pairwise(points) if b - a > BESIDE_M]
    return [
        snap_line(piece)
        for piece in pieces
        if isinstance(piece, LineString) and not shapely.covers(shapely.union_all(ways), piece)
    ]
