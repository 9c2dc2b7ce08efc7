"""Footways along the outer side of the loops, drawn as paved ground."""

from collections.abc import Sequence

import shapely
from shapely.geometry import Polygon

from layoutgen.geometry.parts import polygons, without_holes
from layoutgen.model.kinds import GroundKind
from layoutgen.stages.grounds.board import Board, without
from layoutgen.stages.grounds.rings import Ring


def lay_footways(board: Board, rings: Sequence[Ring]) -> None:
    """Pave the footway on the outer side of every loop where it is driven on, cut where stubs and paths cross it."""
    lanes = board.commission.choices.lanes
    half = lanes.loop_width_m / 2.0
    for ring in rings:
        edge = ring.shape.buffer(half, join_style="mitre")
        strip = shapely.difference(edge.buffer(lanes.loop_footway_m, join_style="mitre"), edge)
        driven = shapely.union_all([line.buffer(half + 2.0 * lanes.loop_footway_m, cap_style="flat") for line in ring.driven])
        strip = shapely.intersection(strip, driven)
        free = without(shapely.intersection(strip, ring.cell.outline), board.way_outlines())
        free = without(without(free, board.walls()), board.laid_outlines())
        for part in polygons(free, board.commission.choices.grounds.green_least_m2):
            for piece in without_holes(part):
                board.add_ground(GroundKind.PAVED, Polygon(piece.exterior), block=ring.cell.block)
