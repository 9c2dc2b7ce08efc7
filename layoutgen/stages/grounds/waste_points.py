"""Collection points for sorted waste 分类收集点: beside the ways, near the doors, off the places where people gather."""

import numpy as np
import shapely
from numpy.typing import NDArray
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
    places = _places(board, block)
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


def _places(board: Board, block: Block) -> NDArray[np.object_]:
    """Points beside the block's ways, clear of walls, grounds, stalls, gates, doors and children: far off walls first."""
    places = _beside_ways(board, block)
    inside = block.outline
    places_in = places[shapely.contains(inside, places)]
    free = places_in[~_is_taken(places_in, _taken(board, inside))]
    walls = [near(board.walls(), inside, wall_m) for wall_m in WALLS_M]
    clear = [~_is_taken(free, shapely.buffer(shapes, wall_m)) for shapes, wall_m in zip(walls, WALLS_M, strict=True)]
    return np.concatenate([free[each] for each in clear])


def _beside_ways(board: Board, block: Block) -> NDArray[np.object_]:
    found: list[NDArray[np.float64]] = []
    for way in board.ways:
        if way.block != block.id or way.kind is WayKind.FOOTPATH:
            continue
        for side in (1.0, -1.0):
            beside = shapely.offset_curve(way.centre, side * (way.carriageway_m / 2.0 + BESIDE_M), join_style="mitre")
            found.append(shapely.get_coordinates(shapely.segmentize(beside, PITCH_M)))
    return np.asarray(shapely.points(np.concatenate([np.empty((0, 2)), *found])), dtype=object)


def _taken(board: Board, inside: BaseGeometry) -> NDArray[np.object_]:
    """What lies in a block, with the distance kept off doors, gates and children."""
    away = board.commission.choices.grounds.waste_away_m
    crowds: list[BaseGeometry] = [g.outline for g in board.grounds if g.kind is GroundKind.PLAY_GROUND]
    crowds += [lot.outline for lot in board.lots(LotKind.KINDERGARTEN, LotKind.GARDEN)]
    crowds += [s.point for s in board.spots if s.kind in (SpotKind.VEHICLE_GATE, SpotKind.PEDESTRIAN_GATE)]
    doors = as_array(d.point for d in board.massing.doors)
    return np.concatenate(
        [
            near(board.laid_outlines(), inside),
            near(board.way_outlines(), inside),
            shapely.buffer(near(doors, inside, DOOR_M), DOOR_M),
            shapely.buffer(near(as_array(crowds), inside, away), away),
        ]
    )


def _is_taken(places: NDArray[np.object_], taken: NDArray[np.object_]) -> NDArray[np.bool_]:
    """Whether each place lies on one of some shapes."""
    found = np.zeros(len(places), dtype=np.bool_)
    found[shapely.STRtree(places).query(taken, predicate="intersects")[1]] = True
    return found
