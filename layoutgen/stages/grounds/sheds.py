"""Bicycle sheds: small and dispersed, near the doors of each block, and one at the shops."""

from itertools import product
from math import ceil
from typing import NamedTuple

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.placing import rectangles_inside
from layoutgen.model.kinds import GroundKind, LotKind
from layoutgen.model.plan import Block, Lot
from layoutgen.stages.grounds.board import Board, as_array, near
from layoutgen.stages.grounds.free_ground import Gaps, free_ground
from layoutgen.stages.grounds.turns import without_turns

CHARGING = 3  # one place in so many can charge an electric bicycle
CELL_STEP_M = 2.0
SHOP_SHEDS = ((14.0, 4.0), (10.0, 4.0), (10.0, 2.0), (6.0, 2.0), (4.0, 2.0))  # length and width, tried in this order
WIDTHS = (1.0, 0.5)  # of a shed's width: double-loaded, and single where a block has no room for those
APART_M = 40.0  # sheds farther apart than this are dispersed
BESIDE = 4.0  # how much a metre off the ways weighs against a metre to the doors: courts stay whole


class _Size(NamedTuple):
    """A shed that is tried, and how far it keeps off walls."""

    turn_deg: float
    length_m: float
    width_m: float
    wall_m: float


def lay_sheds(board: Board) -> None:
    """Lay the sheds of every block until they hold its bicycles, then those of each lot of shops."""
    azimuth = board.massing.rows[0].azimuth_deg if board.massing.rows else board.structure.azimuth_deg
    for block in sorted(board.allocation.blocks, key=lambda b: b.id):
        _lay_block(board, block, azimuth)
    for lot in board.lots(LotKind.SHOPS):
        _lay_shops(board, lot)


def _lay_shops(board: Board, lot: Lot) -> None:
    """Lay sheds on a lot of shops until its customers' bicycles have places, the largest first; at least one."""
    need = max(
        ceil(_places_per_m2(board) * sum(b.footprint.area * b.storeys for b in board.massing.buildings if b.lot == lot.id)), 1
    )
    for turn in (board.structure.azimuth_deg, board.structure.azimuth_deg + 90.0):
        for length, width in SHOP_SHEDS:
            while need > 0:
                _, _, found = rectangles_inside(_free(board, lot.outline, 1.0), turn, length, width, 1.0)
                if not len(found):
                    break
                need -= _set(board, found[0], lot=lot.id)
    if need > 0:
        board.notes.append(f"lot {lot.id} lacks {need} bicycle places")


def _places_per_m2(board: Board) -> float:
    """Bicycle places that the clauses in force ask of shops, per square metre of floor."""
    asking = [c for c in board.standard.clauses if c.measure == "lot.parking_per_100m2" and c.of == LotKind.SHOPS.value]
    return max((c.bound.low or 0.0 for c in asking if c.text("vehicle") == "bicycle"), default=0.0) / 100.0


def _lay_block(board: Board, block: Block, azimuth: float) -> None:
    choices = board.commission.choices.grounds
    need = ceil(board.households(block.id) * board.commission.brief.parameter("bicycles_per_household"))
    homes = {b.id for b in board.buildings_of(block.id)}
    doors = as_array(door.point for door in board.massing.doors if door.of in homes)
    for wall, share in product((choices.shed_to_wall_m, choices.shed_to_wall_m / 2.0), WIDTHS):  # clear of walls: can charge
        for turn, length in product((azimuth, azimuth + 90.0), (choices.shed_length_m, choices.shed_length_m / 2.0)):
            need = _lay_size(board, block, _Size(turn, length, share * choices.shed_width_m, wall), doors, need)
    if need > 0:
        board.notes.append(f"block {block.id} lacks {need} bicycle places")


def _lay_size(
    board: Board,
    block: Block,
    size: _Size,
    doors: "np.ndarray[tuple[int], np.dtype[np.object_]]",
    need: int,
) -> int:
    """Lay sheds of one size, each where it is near doors that have none yet; tell what is still lacking."""
    ways = shapely.union_all([way.outline for way in board.ways if way.block == block.id])
    while need > 0:
        region = _free(board, block.outline, size.wall_m)
        _, _, found = rectangles_inside(region, size.turn_deg, size.length_m, size.width_m, CELL_STEP_M)
        if not len(found):
            return need
        places = shapely.centroid(found)
        have = as_array(g.outline for g in board.grounds if g.kind is GroundKind.BIKE_SHED and g.block == block.id)
        to_shed = (
            np.min(shapely.distance(places[:, None], have[None, :]), axis=1) if len(have) else np.full(len(places), APART_M)
        )
        to_door = np.min(shapely.distance(places[:, None], doors[None, :]), axis=1) if len(doors) else np.zeros(len(places))
        to_way = shapely.distance(found, ways)
        best = int(np.argmax(np.minimum(to_shed, APART_M) - to_door - BESIDE * to_way))
        need -= _set(board, found[best], block=block.id)
    return need


def _free(board: Board, place: BaseGeometry, wall_m: float) -> BaseGeometry:
    free = free_ground(board, place, Gaps(wall_m=wall_m, way_m=1.0, path_m=0.5, ground_m=1.0))
    return shapely.buffer(without_turns(board, free), -0.2)


def _set(board: Board, outline: shapely.Polygon, *, block: str = "", lot: str = "") -> int:
    choices = board.commission.choices.grounds
    places = int(outline.area / choices.bike_m2)
    is_clear = not len(near(board.walls(), outline, choices.shed_to_wall_m))  # nothing is charged under a wall
    words = {"places": str(places), "charging": str(ceil(places / CHARGING)) if is_clear else "0"}
    board.add_ground(GroundKind.BIKE_SHED, outline, block=block, lot=lot, **words)
    return places
