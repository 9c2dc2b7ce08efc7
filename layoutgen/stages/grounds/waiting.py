"""Paved places to wait and drop off, at the gates and doors of those who fetch children."""

from itertools import product

import numpy as np
import shapely
from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.placing import rectangles_inside
from layoutgen.model.kinds import GroundKind
from layoutgen.model.plan import Lot
from layoutgen.stages.grounds.board import Board
from layoutgen.stages.grounds.free_ground import Gaps, free_ground

SIZES_M = ((12.0, 5.0), (9.0, 4.0), (6.0, 4.0), (6.0, 2.5), (4.0, 2.0))  # the best first
REACH_M = 11.0  # from the gate to the near edge; the law is held by 12 m
STEP_M = 0.5


def lay_waiting_place(board: Board, lot: Lot, gate: Point, azimuth_deg: float) -> bool:
    """Lay the largest place that has room in the lot near a gate or door, beside its paths or else across them.

    Tells whether there is one.
    """
    around = lot.outline.intersection(gate.buffer(REACH_M + SIZES_M[0][0]))
    return any(
        _lay(board, lot, gate, azimuth_deg, free_ground(board, around, Gaps(wall_m=1.0, way_m=0.0, path_m=path_m)))
        for path_m in (0.0, None)
    )


def _lay(board: Board, lot: Lot, gate: Point, azimuth_deg: float, free: BaseGeometry) -> bool:
    for size, turn in product(SIZES_M, (azimuth_deg, azimuth_deg + 90.0)):
        _, _, found = rectangles_inside(free, turn, *size, STEP_M)
        if not len(found):
            continue
        away = shapely.distance(found, gate)
        if away.min() < REACH_M:
            board.add_ground(GroundKind.PAVED, found[int(np.argmin(away))], lot=lot.id, use="waiting")
            return True
    return False
