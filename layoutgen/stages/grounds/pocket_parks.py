"""A pocket park 口袋公园 where a clause in force names one: small, open, and on a street."""

import numpy as np
import shapely
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.placing import east_axis_deg, rectangles_inside
from layoutgen.model.kinds import GroundKind
from layoutgen.model.plan import Block
from layoutgen.stages.grounds.board import Board
from layoutgen.stages.grounds.free_ground import Gaps, free_ground
from layoutgen.stages.grounds.frontage import find_frontages
from layoutgen.stages.grounds.paths import all_lines, block_lines, join_on_foot, side_nearest
from layoutgen.standards.asked import clauses_asking
from layoutgen.standards.scope import circumstances_of_brief

RATIOS = (1.5, 1.0, 2.0, 2.5)  # long side to short side, the best first
SHARES = (1.0, 0.75, 0.5)  # of the aimed area, where there is no more room
STEP_M = 2.0
GAPS = Gaps(wall_m=3.0, way_m=1.0, path_m=0.3, ground_m=1.0)


def lay_pocket_parks(board: Board) -> None:
    """Lay one pocket park in the block that has the best place on a street."""
    if not _is_asked(board):
        return
    blocks = sorted(board.allocation.blocks, key=lambda block: (block.is_gated, block.id))
    for share in SHARES:
        found = [(place, block) for block in blocks if (place := _place(board, block, share)) is not None]
        if found:
            (_, outline), block = min(found, key=lambda pair: (pair[1].is_gated, round(pair[0][0], 1), pair[1].id))
            _lay(board, outline, block)
            return
    board.notes.append("no block has room for a pocket park on a street")


def _is_asked(board: Board) -> bool:
    here = circumstances_of_brief(board.commission.brief)
    counts = clauses_asking(board.standard, here, "places.count") + clauses_asking(board.standard, here, "ground.count")
    return any(GroundKind.POCKET_PARK in (*clause.words("kinds"), clause.of) for clause in counts)


def _place(board: Board, block: Block, share: float) -> tuple[float, Polygon] | None:
    """Distance from the street and outline of the best place in a block."""
    fronts = [front.line for front in find_frontages(board, block.outline)]
    if not fronts:
        return None
    street = shapely.union_all(fronts)
    free = shapely.intersection(free_ground(board, block.outline.buffer(-1.0, join_style="mitre"), GAPS), _walled_out(board))
    area = board.commission.choices.grounds.pocket_park_m2 * share
    azimuth = east_axis_deg(block.outline)
    best: tuple[float, Polygon] | None = None
    for ratio in RATIOS:
        short = (area / ratio) ** 0.5
        for turn in (azimuth, azimuth + 90.0):
            _, _, found = rectangles_inside(free, turn, short * ratio, short, STEP_M)
            if len(found):
                gaps = shapely.distance(found, street)
                n = int(np.argmin(gaps))
                if best is None or gaps[n] < best[0] - STEP_M:
                    best = (float(gaps[n]), found[n])
    return best


def _walled_out(board: Board) -> BaseGeometry:
    """The site's inside without what is kept free before rescue grounds."""
    return shapely.difference(board.commission.site.boundary, shapely.union_all(board.kept_free))


def _lay(board: Board, outline: Polygon, block: Block) -> None:
    laid = board.add_ground(GroundKind.POCKET_PARK, outline, block=block.id, is_open="yes", rest="seats", refuge="yes")
    lines = block_lines(board, block.id) or all_lines(board)
    for ground in laid:
        if lines:
            join_on_foot(board, side_nearest(ground.outline, lines), lines, block.id)
