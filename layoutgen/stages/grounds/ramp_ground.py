"""The ground of a cell as ramps see it: ways to open to, and what stands in the way."""

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import Polygon

from layoutgen.model.kinds import BuildingUse, GroundKind, WayKind
from layoutgen.model.stages import Cell
from layoutgen.stages.grounds.board import Board, as_array, near

GAP_M = 0.3  # of a ramp off paths and other grounds [m]
ROADS = (WayKind.MAIN, WayKind.ATTACHED)
CALM = (GroundKind.PLAY_GROUND, GroundKind.CLASS_GROUND, GroundKind.SHARED_GROUND, GroundKind.NURSERY_GROUND)


@dataclass(frozen=True, slots=True, kw_only=True)
class RampGround:
    """What lies in and about a cell, by what it means to a ramp."""

    cell: Polygon
    drives: NDArray[np.object_]  # carriageways of the block
    is_road: NDArray[np.bool_]  # of each drive: a loop or street, no lane
    arcs: NDArray[np.object_]  # where engines turn: a level run may lie there, a ramp may not
    others: NDArray[np.object_]  # where neither may lie
    calm: NDArray[np.object_]  # homes and play grounds, which no mouth should face


def ramp_ground(board: Board, cell: Cell) -> RampGround:
    """Gather what a ramp in a cell opens to and keeps off."""
    wall_m, place = board.commission.choices.grounds.ramp_to_wall_m, cell.outline
    ways = [way for way in board.all_ways() if way.outline.intersects(place)]
    paths = as_array(way.outline for way in ways if way.kind is WayKind.FOOTPATH)
    lanes = (WayKind.MAIN, WayKind.ACCESS)
    own = [way for way in ways if way.kind is WayKind.ATTACHED or (way.block == cell.block and way.kind in lanes)]
    laid = np.concatenate(
        [paths, near(board.laid_outlines((GroundKind.GARAGE,)), place), near(as_array(board.kept_free), place)]
    )
    walls = shapely.buffer(near(board.walls(), place, wall_m), wall_m, join_style="mitre")
    homes = [b.footprint for b in board.buildings_of(cell.block) if b.use is BuildingUse.DWELLING]
    return RampGround(
        cell=place,
        drives=as_array(way.outline for way in own),
        is_road=np.array([way.kind in ROADS for way in own], dtype=bool),
        arcs=near(as_array(board.turns), place),
        others=np.concatenate([shapely.buffer(laid, GAP_M, join_style="mitre"), walls]),
        calm=as_array([*homes, *(g.outline for g in board.grounds if g.kind in CALM)]),
    )
