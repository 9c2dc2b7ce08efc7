"""Bicycle sheds of the blocks: few and aligned, along the lanes and loops, dispersed over the doors."""

from dataclasses import replace
from itertools import pairwise, product
from math import ceil
from typing import NamedTuple

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import LineString, Polygon
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.placing import rectangles_inside
from layoutgen.model.kinds import GroundKind, WayKind
from layoutgen.model.plan import Block
from layoutgen.stages.grounds.board import Board, as_array, near
from layoutgen.stages.grounds.free_ground import Gaps, boxes_along, free_ground
from layoutgen.stages.grounds.turns import without_turns

CHARGING = 3  # one place in so many can charge an electric bicycle
CELL_STEP_M = 3.0
LENGTHS = (1.5, 1.0, 0.5)  # of a shed's length, the largest first: few sheds
WIDTHS = (1.0, 0.5)  # of a shed's width: double-loaded, and single where a block has no room for those
APART_M = 60.0  # sheds farther apart than this are dispersed
BESIDE_M = 1.0  # of a shed off the way that it lies along
GAP_M = 1.0  # between two sheds
NEAR_M = 80.0  # a door with no shed so near wants one
DOOR_WORTH_M = 3.0  # what a shed for one more such door is worth in metres of walk
OFF_LINE = 4.0  # how much a metre off the ways weighs against a metre to the doors: courts stay whole


class _Size(NamedTuple):
    """A shed that is tried, and how far it keeps off walls."""

    length_m: float
    width_m: float
    wall_m: float


def lay_sheds(board: Board) -> None:
    """Lay the sheds of every block until they hold its bicycles."""
    for block in sorted(board.allocation.blocks, key=lambda b: b.id):
        _lay_block(board, block)


def _lay_block(board: Board, block: Block) -> None:
    choices = board.commission.choices.grounds
    need = ceil(board.households(block.id) * board.commission.brief.parameter("bicycles_per_household"))
    walls = (choices.shed_to_wall_m, choices.shed_to_wall_m / 2.0)  # clear of walls first: those can charge
    before = replace(board, grounds=list(board.grounds))
    regions: dict[float, BaseGeometry] = {}
    lines = _lines(board, block)
    for wall, share, lengths in product(walls, WIDTHS, (LENGTHS[:2], LENGTHS[2:])):
        for is_aligned, part in product((True, False), lengths):
            size = _Size(part * choices.shed_length_m, share * choices.shed_width_m, wall)
            if need > 0:
                if wall not in regions:
                    regions[wall] = _free(before, block, wall)
                places = _aligned(lines, size) if is_aligned else _anywhere(board, block, regions[wall], size)
                shapely.prepare(regions[wall])
                need = _lay(board, block, places[shapely.covers(regions[wall], places)], need)
    if need > 0:
        board.notes.append(f"block {block.id} lacks {need} bicycle places")


def _free(board: Board, block: Block, wall_m: float) -> BaseGeometry:
    """Ground of a block on which sheds may stand."""
    free = free_ground(board, block.outline, Gaps(wall_m=wall_m, way_m=BESIDE_M / 2.0, path_m=0.5, ground_m=1.0))
    return without_turns(board, free)


def _lines(board: Board, block: Block) -> list[tuple[LineString, float]]:
    """Straight stretches of the block's carriageways, either way round, and half their width [m]."""
    ways = [way for way in board.ways if way.block == block.id and way.kind in (WayKind.ACCESS, WayKind.MAIN)]
    pairs = [(pair, way.carriageway_m / 2.0) for way in ways for pair in pairwise(way.centre.coords)]
    return [(LineString(turned), half) for (a, b), half in pairs for turned in ((a, b), (b, a))]


def _aligned(lines: list[tuple[LineString, float]], size: _Size) -> NDArray[np.object_]:
    """Sheds along the carriageways."""
    found = [
        boxes_along(line, (0.0, CELL_STEP_M, size.length_m), (half + BESIDE_M, half + BESIDE_M + size.width_m))
        for line, half in lines
        if line.length >= size.length_m
    ]
    return np.concatenate(found) if found else np.empty(0, dtype=object)


def _anywhere(board: Board, block: Block, region: BaseGeometry, size: _Size) -> NDArray[np.object_]:
    """Sheds along and across the rows, wherever there is room."""
    cells = {cell.id for cell in board.allocation.cells if cell.block == block.id}
    azimuth = next((row.azimuth_deg for row in board.massing.rows if row.cell in cells), board.structure.azimuth_deg)
    turns = (azimuth, azimuth + 90.0)
    return np.concatenate([rectangles_inside(region, t, size.length_m, size.width_m, CELL_STEP_M)[2] for t in turns])


def _lay(board: Board, block: Block, places: NDArray[np.object_], need: int) -> int:
    """Lay sheds in some of the places, each where it is near doors that have none yet; tell what is still lacking."""
    homes = {b.id for b in board.buildings_of(block.id)}
    doors = as_array(door.point for door in board.massing.doors if door.of in homes)
    have = as_array(g.outline for g in board.grounds if g.kind is GroundKind.BIKE_SHED and g.block == block.id)
    places = places[~_near_any(places, have)]
    ways = shapely.union_all([way.outline for way in board.ways if way.block == block.id and way.kind is not WayKind.FOOTPATH])
    while need > 0 and len(places):
        worth = _worth(places, doors, have) - OFF_LINE * shapely.distance(places, ways)
        best = places[int(np.argmax(worth))]
        need -= set_shed(board, best, block=block.id)
        have = np.append(have, best)
        places = places[~_near_any(places, have[-1:])]
    return need


def _near_any(places: NDArray[np.object_], have: NDArray[np.object_]) -> NDArray[np.bool_]:
    if not len(have):
        return np.zeros(len(places), dtype=bool)
    taken: NDArray[np.bool_] = shapely.dwithin(places, shapely.union_all(have), GAP_M)
    return taken


def _worth(places: NDArray[np.object_], doors: NDArray[np.object_], have: NDArray[np.object_]) -> NDArray[np.float64]:
    """How well sheds serve the doors and stand apart, in metres of walk."""
    apart = shapely.distance(places, shapely.union_all(have)) if len(have) else np.full(len(places), APART_M)
    worth: NDArray[np.float64] = np.minimum(apart, APART_M)
    if not len(doors):
        return worth
    walks = shapely.distance(shapely.centroid(places)[:, None], doors[None, :])
    open_doors = shapely.distance(doors, shapely.union_all(have)) > NEAR_M if len(have) else np.ones(len(doors), dtype=bool)
    worth += DOOR_WORTH_M * ((walks <= NEAR_M) & open_doors).sum(axis=1) - walks.min(axis=1)
    return worth


def set_shed(board: Board, outline: Polygon, *, block: str = "", lot: str = "") -> int:
    """Lay one shed; tell how many places it has."""
    choices = board.commission.choices.grounds
    places = int(outline.area / choices.bike_m2)
    is_clear = not len(near(board.walls(), outline, choices.shed_to_wall_m))  # nothing is charged under a wall
    words = {"places": str(places), "charging": str(ceil(places / CHARGING)) if is_clear else "0"}
    board.add_ground(GroundKind.BIKE_SHED, outline, block=block, lot=lot, **words)
    return places
