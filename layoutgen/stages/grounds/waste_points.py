"""Collection points for sorted waste 分类收集点: beside the ways, near the doors, off the places where people gather."""

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

from layoutgen.model.kinds import GroundKind, LotKind, SpotKind, WayKind
from layoutgen.model.plan import Block
from layoutgen.stages.grounds.board import Board, as_array, near

PITCH_M = 6.0
DOOR_M = 5.0  # off doors [m]
BESIDE_M = 1.3  # from the carriageway's edge [m]
WALLS_M = (6.5, 3.0)  # off walls, the better first [m]
NEAR_WALL_M = 15.0  # how much farther one walks rather than have a point under the windows [m]


def lay_waste_points(board: Board) -> None:
    """Set points in every block until each door has one within reach."""
    for block in sorted(board.allocation.blocks, key=lambda b: b.id):
        _cover(board, block)


def _cover(board: Board, block: Block) -> None:
    choices = board.commission.choices.grounds
    homes = {b.id for b in board.buildings_of(block.id)}
    doors = as_array(d.point for d in sorted(board.massing.doors, key=lambda d: d.id) if d.of in homes)
    places = np.concatenate([_places(board, block, wall_m) for wall_m in WALLS_M])
    if not len(doors) or not len(places):
        return
    reach = shapely.distance(places[:, None], doors[None, :])
    under_windows = shapely.dwithin(places, shapely.union_all(board.walls()), WALLS_M[0])
    within = reach <= choices.waste_reach_m
    open_doors = np.ones(len(doors), dtype=bool)
    chosen = 0
    while open_doors.any() or chosen < 2:
        gain = (within & open_doors).sum(axis=1) if open_doors.any() else within.sum(axis=1)
        if gain.max() == 0:
            break
        closeness = np.where(within & open_doors, reach, 0.0).sum(axis=1) + under_windows * NEAR_WALL_M * gain
        best = int(np.lexsort((closeness, -gain))[0])
        board.add_spot(SpotKind.WASTE_POINT, places[best], block.id)
        open_doors &= ~within[best]
        within[best] = False
        chosen += 1
    if open_doors.any():
        board.notes.append(f"block {block.id}: {int(open_doors.sum())} doors are far from a collection point")


def _places(board: Board, block: Block, wall_m: float) -> NDArray[np.object_]:
    """Points beside the block's ways, clear of walls, grounds, stalls, gates, doors and children."""
    away = board.commission.choices.grounds.waste_away_m
    found: list[Point] = []
    for way in board.ways:
        if way.block != block.id or way.kind is WayKind.FOOTPATH:
            continue
        for side in (1.0, -1.0):
            beside = shapely.offset_curve(way.centre, side * (way.carriageway_m / 2.0 + BESIDE_M), join_style="mitre")
            if not beside.is_empty:
                found.extend(Point(xy) for xy in shapely.get_coordinates(shapely.segmentize(beside, PITCH_M)))
    if not found:
        return as_array([])
    places = as_array(found)
    crowds: list[BaseGeometry] = [g.outline for g in board.grounds if g.kind is GroundKind.PLAY_GROUND]
    crowds += [lot.outline for lot in board.lots(LotKind.KINDERGARTEN, LotKind.GARDEN)]
    crowds += [s.point for s in board.spots if s.kind in (SpotKind.VEHICLE_GATE, SpotKind.PEDESTRIAN_GATE)]
    inside = block.outline
    doors = as_array(d.point for d in board.massing.doors)
    taken = shapely.union_all(
        [
            *shapely.buffer(near(board.walls(), inside, wall_m), wall_m),
            *near(board.laid_outlines(), inside),
            *near(board.way_outlines(), inside),
            *shapely.buffer(near(doors, inside, DOOR_M), DOOR_M),
            *shapely.buffer(near(as_array(crowds), inside, away), away),
        ]
    )
    shapely.prepare(taken)
    return places[~shapely.intersects(taken, places) & shapely.contains(inside, places)]
