"""What is left of blocks and lots: green, in pieces without holes."""

import shapely
from shapely.errors import GEOSException
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.parts import polygons, without_holes
from layoutgen.geometry.tolerance import GRID_M
from layoutgen.model.kinds import GroundKind
from layoutgen.stages.grounds.board import Board, areal, as_array, near

THIN_M = 0.15  # half the width of a strip too thin to plant [m]


def lay_rest(board: Board) -> None:
    """Cover all ground that nothing else has taken with green."""
    for block in sorted(board.allocation.blocks, key=lambda b: b.id):
        _cover(board, block.outline, block=block.id)
    for lot in sorted(board.allocation.lots, key=lambda lot: lot.id):
        _cover(board, lot.outline, lot=lot.id)


def _cover(board: Board, place: Polygon, *, block: str = "", lot: str = "") -> None:
    choices = board.commission.choices.grounds
    walls = shapely.buffer(near(board.walls(), place, choices.apron_m), choices.apron_m, join_style="mitre")
    taken = [*walls, *near(board.way_outlines(), place), *near(board.laid_outlines((GroundKind.GARAGE,)), place)]
    left = shapely.difference(place, shapely.union_all(as_array(taken)), grid_size=GRID_M) if taken else place
    for part in polygons(left, choices.green_least_m2):
        for body in polygons(_plantable(part), choices.green_least_m2):
            for piece in without_holes(body, choices.green_least_m2):
                board.add_ground(GroundKind.GREEN, piece, block=block, lot=lot)


def _plantable(part: Polygon) -> BaseGeometry:
    """A part without its strips too thin to plant, on the drawing's grid."""
    thick = part.buffer(-THIN_M, join_style="mitre").buffer(THIN_M, join_style="mitre")
    try:
        return shapely.intersection(thick, part, grid_size=GRID_M)
    except GEOSException:  # borders a hair apart, on which the overlay stumbles: the part drawn in by that hair
        return shapely.set_precision(areal(shapely.buffer(part, -THIN_M).buffer(THIN_M - GRID_M)), GRID_M)
