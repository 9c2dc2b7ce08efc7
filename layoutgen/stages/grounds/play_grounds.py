"""The ground for children and the elderly 老幼活动场地 in a central green: in its sunny part, off the facades."""

from itertools import product

import shapely
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.placing import best_rectangle
from layoutgen.model.kinds import BuildingUse, GroundKind
from layoutgen.model.plan import Block
from layoutgen.stages.grounds.board import Board, as_array, near
from layoutgen.stages.grounds.free_ground import nearest_to
from layoutgen.stages.grounds.paths import block_lines, join_on_foot, side_nearest
from layoutgen.stages.grounds.sunny import LitGrid

SHARE = 0.06  # of the green that is made play ground
LARGEST = 2.5  # times the least size
SHRUNK = (0.75, 0.5, 0.35)  # of the least size, where no whole ground finds room
RATIOS = (1.4, 0.7, 2.2, 0.45, 4.0)  # length over depth, tried in this order
QUIET = (1.0, 0.6, 0.25)  # the distance to facades, and less of it where there is no such room; the last for shrunk ones


def lay_play(board: Board, block: Block, green: Polygon, grid: LitGrid) -> bool:
    """Lay one ground in a piece of green, and a path to it; tell whether it found room."""
    choices = board.commission.choices.grounds
    homes = as_array(b.footprint for b in board.massing.buildings if b.use is BuildingUse.DWELLING)
    full = min(max(SHARE * green.area, choices.play_ground_m2), LARGEST * choices.play_ground_m2)
    whole, shrunk = (full, choices.play_ground_m2), [choices.play_ground_m2 * share for share in SHRUNK]
    for place in (grid.sunny(green), green):
        for quiet, area in (*product(QUIET[:-1], whole), *product(QUIET, shrunk)):
            away = near(homes, green, quiet * choices.quiet_m)
            loud = shapely.buffer(shapely.union_all(away), quiet * choices.quiet_m) if len(away) else Polygon()
            inner = shapely.difference(shapely.intersection(place, green.buffer(-1.0)), loud)
            if any(_lay(board, block, inner, area, grid.azimuth_deg, ratio) for ratio in RATIOS):
                return True
    return False


def _lay(board: Board, block: Block, place: BaseGeometry, area_m2: float, azimuth_deg: float, ratio: float) -> bool:
    if place.is_empty or place.area < area_m2:
        return False
    length = (area_m2 * ratio) ** 0.5
    spot = best_rectangle(place, azimuth_deg, (length, length / ratio), nearest_to(place.centroid, azimuth_deg))
    if spot is None:
        return False
    board.add_ground(GroundKind.PLAY_GROUND, spot, block=block.id, equipment="fitness,play,seats")
    lines = block_lines(board, block.id)
    join_on_foot(board, side_nearest(spot, lines), lines, block.id)
    return True
