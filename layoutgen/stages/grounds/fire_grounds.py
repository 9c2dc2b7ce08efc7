"""Rescue grounds 消防车登高操作场地 along the north walls of high-rise dwelling buildings."""

import numpy as np
import shapely
from shapely import affinity
from shapely.geometry import Polygon

from layoutgen.geometry.parts import largest
from layoutgen.geometry.tolerance import LENGTH_EPS_M
from layoutgen.model.kinds import BuildingUse, GroundKind
from layoutgen.model.plan import Building
from layoutgen.stages.grounds.board import Board, areal, near
from layoutgen.standards.clause import Standard
from layoutgen.standards.fire_class import is_tall

ORIGIN = (0.0, 0.0)


def lay_fire_grounds(board: Board) -> None:
    """Lay one rectangle along the whole north wall of every high-rise dwelling building."""
    choices = board.commission.choices
    azimuths = {name: row.azimuth_deg for row in board.massing.rows for name in row.buildings}
    for building in sorted(board.massing.buildings, key=lambda b: b.id):
        if building.use is BuildingUse.DWELLING and building.fire_height_m > choices.grounds.high_rise_m:
            depth = (choices.lanes.lane_to_wall_m + LENGTH_EPS_M, choices.grounds.fire_ground_depth_m)
            _lay(board, building, _north_strips(building, azimuths.get(building.id, 0.0), depth, _least_m(board, building)))


def _least_m(board: Board, building: Building) -> float:
    """Length that the law asks of the ground before a building of such a height [m]."""
    return least_ground_m(board.standard, is_long=is_tall(building))


def least_ground_m(standard: Standard, *, is_long: bool) -> float:
    """Least length of a rescue ground [m] (GB 50016 7.2.2); 0 where no pack in force asks for one."""
    clause = next((c for c in standard.clauses if c.id == "FIRE-19.long"), None)
    limit = clause.row(height="tall" if is_long else "other") if clause is not None else None
    return (limit.low or 0.0) if limit is not None else 0.0


def _north_strips(building: Building, azimuth_deg: float, depth: tuple[float, float], least_m: float) -> list[Polygon]:
    """Strips along the north wall, as long as the wall and the law ask: over its middle, then drawn out to either side."""
    turned = affinity.rotate(building.footprint, -azimuth_deg, origin=ORIGIN)
    west, _, east, north = turned.bounds
    more = max(least_m - (east - west), 0.0) + 2.0 * LENGTH_EPS_M
    low, high = north + depth[0], north + depth[0] + depth[1]
    return [
        affinity.rotate(shapely.box(west - more * share, low, east + more * (1.0 - share), high), azimuth_deg, origin=ORIGIN)
        for share in (0.5, 0.0, 1.0)
    ]


def _lay(board: Board, building: Building, strips: list[Polygon]) -> None:
    """Lay what neither walls nor the site's edge nor an earlier rescue ground takes away."""
    around = shapely.union_all(strips)
    laid = [g.outline for g in board.grounds if g.kind is GroundKind.FIRE_GROUND and g.outline.intersects(around)]
    taken = shapely.union_all([*near(board.walls(), around), *laid])
    free = shapely.intersection(board.commission.site.boundary, around.buffer(1.0))
    parts = [largest(shapely.difference(areal(shapely.intersection(free, strip)), taken)) for strip in strips]
    part = max((p for p in parts if p is not None), key=lambda p: round(p.area, 1), default=None)
    if part is None:
        board.notes.append(f"building {building.id} has no room for its rescue ground")
        return
    if part.area < strips[0].area * (1.0 - LENGTH_EPS_M):
        board.notes.append(f"the rescue ground of {building.id} is cut to {part.area:.0f} of {strips[0].area:.0f} m2")
    for ground in board.add_ground(GroundKind.FIRE_GROUND, part, block=building.block, of=building.id):
        board.kept_free.append(_before(ground.outline, building.footprint))


def _before(ground: Polygon, footprint: Polygon) -> Polygon:
    """Ground between a rescue ground and its building, where nothing may stand either."""
    gap = float(np.ceil(ground.distance(footprint) * 100.0) / 100.0)
    both = shapely.intersection(
        shapely.buffer(ground, gap, join_style="mitre"), shapely.buffer(footprint, gap, join_style="mitre")
    )
    return largest(shapely.difference(both, footprint)) or ground
