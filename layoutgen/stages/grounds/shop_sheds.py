"""Bicycle sheds on the lots of shops, for their customers."""

from math import ceil

import shapely

from layoutgen.geometry.placing import rectangles_inside
from layoutgen.model.kinds import LotKind
from layoutgen.model.plan import Lot
from layoutgen.stages.grounds.board import Board
from layoutgen.stages.grounds.free_ground import Gaps, free_ground
from layoutgen.stages.grounds.sheds import set_shed
from layoutgen.stages.grounds.turns import without_turns

SIZES = ((14.0, 4.0), (10.0, 4.0), (10.0, 2.0), (6.0, 2.0), (4.0, 2.0))  # length and width, tried in this order
GAPS = Gaps(wall_m=1.0, way_m=1.0, path_m=0.5, ground_m=1.0)
EDGE_M = 0.2  # more than the least gaps
STEP_M = 1.0


def lay_shop_sheds(board: Board) -> None:
    """Lay the sheds of each lot of shops until its customers' bicycles have places; at least one."""
    for lot in board.lots(LotKind.SHOPS):
        _lay(board, lot)


def _lay(board: Board, lot: Lot) -> None:
    floors = sum(b.footprint.area * b.storeys for b in board.massing.buildings if b.lot == lot.id)
    need = max(ceil(_places_per_m2(board) * floors), 1)
    for turn in (board.structure.azimuth_deg, board.structure.azimuth_deg + 90.0):
        for length, width in SIZES:
            while need > 0:
                free = shapely.buffer(without_turns(board, free_ground(board, lot.outline, GAPS)), -EDGE_M)
                _, _, found = rectangles_inside(free, turn, length, width, STEP_M)
                if not len(found):
                    break
                need -= set_shed(board, found[0], lot=lot.id)
    if need > 0:
        board.notes.append(f"lot {lot.id} lacks {need} bicycle places")


def _places_per_m2(board: Board) -> float:
    """Bicycle places that the clauses in force ask of shops, per square metre of floor."""
    asking = [c for c in board.standard.clauses if c.measure == "lot.parking_per_100m2" and c.of == LotKind.SHOPS.value]
    return max((c.bound.low or 0.0 for c in asking if c.text("vehicle") == "bicycle"), default=0.0) / 100.0
