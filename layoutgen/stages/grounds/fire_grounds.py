"""Rescue grounds 消防车登高操作场地 along the north walls of high-rise dwelling buildings."""

import numpy as np
import shapely
from shapely import affinity
from shapely.geometry import Polygon

from layoutgen.geometry.parts import largest
from layoutgen.geometry.tolerance import LENGTH_EPS_M
from layoutgen.model.kinds import BuildingUse, GroundKind
from layoutgen.model.plan import Building
from layoutgen.stages.grounds.board import Board, near

ORIGIN = (0.0, 0.0)


def lay_fire_grounds(board: Board) -> None:
    """Lay one rectangle along the whole north wall of every high-rise dwelling building."""
    choices = board.commission.choices
    azimuths = {name: row.azimuth_deg for row in board.massing.rows for name in row.buildings}
    for building in sorted(board.massing.buildings, key=lambda b: b.id):
        if building.use is BuildingUse.DWELLING and building.fire_height_m > choices.grounds.high_rise_m:
            full = _north_strip(
                building,
                azimuths.get(building.id, 0.0),
                choices.lanes.lane_to_wall_m + LENGTH_EPS_M,
                choices.grounds.fire_ground_depth_m,
            )
            _lay(board, building, full)


def _north_strip(building: Building, azimuth_deg: float, gap_m: float, depth_m: float) -> Polygon:
    turned = affinity.rotate(building.footprint, -azimuth_deg, origin=ORIGIN)
    west, _, east, north = turned.bounds
    strip = shapely.box(west - LENGTH_EPS_M, north + gap_m, east + LENGTH_EPS_M, north + gap_m + depth_m)
    return affinity.rotate(strip, azimuth_deg, origin=ORIGIN)


def _lay(board: Board, building: Building, full: Polygon) -> None:
    """Lay what neither walls nor the site's edge nor an earlier rescue ground takes away."""
    laid = [g.outline for g in board.grounds if g.kind is GroundKind.FIRE_GROUND and g.outline.intersects(full)]
    free = shapely.intersection(full, board.commission.site.boundary)
    taken = np.concatenate([near(board.walls(), full), np.asarray(laid, dtype=object)])
    part = largest(shapely.difference(free, shapely.union_all(taken)) if len(taken) else free)
    if part is None:
        board.notes.append(f"building {building.id} has no room for its rescue ground")
        return
    if part.area < full.area * (1.0 - LENGTH_EPS_M):
        board.notes.append(f"the rescue ground of {building.id} is cut to {part.area:.0f} of {full.area:.0f} m2")
    board.add_ground(GroundKind.FIRE_GROUND, part, block=building.block, of=building.id)
