"""A pocket park 口袋公园 where a clause in force names one: small, open, and as near to a street as there is room."""

from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry import Polygon

from layoutgen.geometry.placing import east_axis_deg, rectangles_inside
from layoutgen.model.kinds import GroundKind, LotKind
from layoutgen.stages.grounds.board import Board
from layoutgen.stages.grounds.free_ground import Gaps, free_ground
from layoutgen.stages.grounds.frontage import find_frontages
from layoutgen.stages.grounds.paths import all_lines, join_on_foot, side_nearest

RATIOS = (1.5, 1.0, 2.0, 2.5)  # long side to short side, the best first
SHARES = (1.0, 0.75, 0.5)  # of the aimed area, where there is no more room
STEP_M = 2.0
EDGE_M = 1.0  # off the edge of its block or lot
GAPS = Gaps(wall_m=3.0, way_m=1.0, path_m=0.3, ground_m=1.0)
LOTS = (LotKind.SERVICE, LotKind.SHOPS, LotKind.UTILITY)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """A block or a lot, and the best rectangle in it."""

    outline: Polygon
    street_m: float  # distance to the nearest street
    block: str = ""
    lot: str = ""


def lay_pocket_parks(board: Board) -> None:
    """Lay one pocket park in the lot or open block that has the best place on a street."""
    needs = {need.kind: need for need in board.commission.program.needs}
    if GroundKind.POCKET_PARK not in needs:
        return
    area = needs[GroundKind.POCKET_PARK].figure("land_m2")
    for share in SHARES:
        places = _places(board, area * share)
        if places:
            _lay(board, min(places, key=lambda place: (round(place.street_m / STEP_M), place.block, place.lot)))
            return
    board.notes.append("no block and no lot has room for a pocket park on a street")


def _places(board: Board, area_m2: float) -> list[_Place]:
    """Best place of every lot and block that people of the city may enter."""
    found = [_best(board, lot.outline, area_m2, lot=lot.id) for lot in board.lots(*LOTS)]
    blocks = sorted(board.allocation.blocks, key=lambda block: block.id)
    found += [_best(board, block.outline, area_m2, block=block.id) for block in blocks if not block.is_gated]
    return [place for place in found if place is not None]


def _best(board: Board, land: Polygon, area_m2: float, *, block: str = "", lot: str = "") -> _Place | None:
    fronts = [front.line for front in find_frontages(board, land)]
    if not fronts:
        return None
    street = shapely.union_all(fronts)
    free = free_ground(board, land.buffer(-EDGE_M, join_style="mitre"), GAPS)
    best: _Place | None = None
    for ratio in RATIOS:
        short = (area_m2 / ratio) ** 0.5
        for turn in (east_axis_deg(land), east_axis_deg(land) + 90.0):
            _, _, found = rectangles_inside(free, turn, short * ratio, short, STEP_M)
            if not len(found):
                continue
            gaps = shapely.distance(found, street)
            n = int(np.argmin(gaps))
            if best is None or gaps[n] < best.street_m - STEP_M:
                best = _Place(outline=found[n], street_m=float(gaps[n]), block=block, lot=lot)
    return best


def _lay(board: Board, place: _Place) -> None:
    words = {"is_open": "yes", "rest": "seats", "refuge": "yes"}
    for ground in board.add_ground(GroundKind.POCKET_PARK, place.outline, block=place.block, lot=place.lot, **words):
        lines = all_lines(board)
        if lines:
            join_on_foot(board, side_nearest(ground.outline, lines), lines, place.block)
