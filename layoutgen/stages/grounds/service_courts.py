"""The court of a composed service building: a walk along its inner walls, and an axis from it to the street."""

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
import shapely
from shapely.geometry import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.parts import largest, lines
from layoutgen.model.kinds import BuildingUse, LotKind, RoadClass
from layoutgen.model.plan import Building, Lot
from layoutgen.stages.grounds.board import Board, as_array, near
from layoutgen.stages.grounds.garden_plan import Vector, ray
from layoutgen.stages.grounds.paths import OPEN_KINDS, all_lines, cut_at, join_on_foot, joined
from layoutgen.stages.grounds.ways import foot_way, lay_way

WALK_M = 2.4  # of the walk's middle from the walls
END_M = 0.6  # of its ends from the line between the arms' ends
REACH_M = 60.0  # of the axis
COURT_LEAST_M2 = 60.0
SLIVER_M = 0.05
CLEAR_M = 0.3


def lay_service_courts(board: Board) -> None:
    """Lay walk and axis in the court of every service building that has one; doors on the court join the walk."""
    lots = {lot.id: lot for lot in board.lots(LotKind.SERVICE)}
    for building in sorted(board.massing.buildings, key=lambda b: b.id):
        court = court_of(building)
        if court is not None and building.lot in lots:
            _lay_walk(board, building, court, lots[building.lot])


def court_of(building: Building) -> Polygon | None:
    """The ground between the arms of a service building; None where it has no arms."""
    if building.use is not BuildingUse.SERVICE:
        return None
    walls = building.footprint
    beside = shapely.difference(shapely.oriented_envelope(walls), walls).buffer(-SLIVER_M, join_style="mitre")
    court = largest(beside.buffer(SLIVER_M, join_style="mitre"))
    return court if court is not None and court.area >= COURT_LEAST_M2 else None


def _lay_walk(board: Board, building: Building, court: Polygon, lot: Lot) -> None:
    round_walls = LineString(building.footprint.buffer(WALK_M, join_style="mitre").exterior.coords)
    inside = shapely.intersection(round_walls, court.buffer(-END_M, join_style="mitre"))
    found = lines(shapely.line_merge(inside) if inside.geom_type == "MultiLineString" else inside)
    if not found:
        return
    walk = found[0]
    lay_way(board, walk, foot_way(board, ""))
    others = [line for line in all_lines(board) if not line.equals(walk)]
    axes = [axis for axis in _axes(board, walk, building.footprint) if axis is not None]
    if axes:
        lay_way(board, min(axes, key=lambda axis: (axis.length, axis.bounds)), foot_way(board, ""))
    else:
        join_on_foot(board, walk.interpolate(0.5, normalized=True), others, "")
    hosts = {f.id for f in board.massing.facilities if f.building == building.id}
    for door in sorted((d for d in board.massing.doors if d.of in hosts), key=lambda d: d.id):
        if door.point.distance(walk) < WALK_M + END_M and court.distance(door.point) < END_M:
            lay_way(board, joined(door.point, walk.interpolate(walk.project(door.point))), foot_way(board, ""))


def _axes(board: Board, walk: LineString, walls: Polygon) -> Iterator[LineString | None]:
    """From the middle of each run of the walk, away from its wall, to the first street or walked line."""
    lined = as_array([*all_lines(board), *(e.line for e in board.commission.site.edges if e.road_class is not RoadClass.NONE)])
    others = [line for line in lined if not line.equals(walk)]
    half = board.commission.choices.lanes.path_width_m / 2.0
    for a, b in pairwise(shapely.get_coordinates(walk)):
        run = (b - a) / float(np.hypot(*(b - a)))
        middle = Point((a + b) / 2.0)
        away = max(((run[1], -run[0]), (-run[1], run[0])), key=lambda v: _beyond(middle, v).distance(walls))
        sight = ray(middle, (float(away[0]), float(away[1])), REACH_M)
        axis = cut_at(sight, others)
        yield axis if axis.length < REACH_M - END_M and _is_clear(board, axis, half) else None


def _beyond(point: Point, direction: Vector) -> Point:
    return Point(point.x + direction[0], point.y + direction[1])


def _is_clear(board: Board, axis: LineString, half_m: float) -> bool:
    site: BaseGeometry = board.commission.site.boundary.buffer(SLIVER_M)
    blocks = as_array(block.outline for block in board.allocation.blocks if block.is_gated)
    return (
        bool(site.covers(axis))
        and not len(near(blocks, axis))
        and not len(near(board.walls(), axis, half_m + CLEAR_M))
        and not len(near(board.laid_outlines(OPEN_KINDS), axis, half_m))
    )
