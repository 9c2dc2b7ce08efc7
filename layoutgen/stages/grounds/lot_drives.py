"""A single accessible stall at the back of a lot, with the paved drive that leads to it from the road."""

from collections.abc import Iterator

import numpy as np
import shapely
from shapely.geometry import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.parts import polygons, without_holes
from layoutgen.geometry.placing import east_axis_deg, rectangles_inside
from layoutgen.geometry.tolerance import GRID_M
from layoutgen.model.kinds import GroundKind
from layoutgen.model.plan import Lot
from layoutgen.stages.grounds.board import Board, areal, without
from layoutgen.stages.grounds.free_ground import Gaps, free_ground, sides
from layoutgen.stages.grounds.frontage import Frontage
from layoutgen.stages.grounds.routes import shortest_route

STEP_M = 1.0  # between the places tried for the stall
TRIED = 30  # places from which a drive is sought, those nearest to the road
DRIVE_M = 3.5  # width of the drive, and depth of the paving before the stall
LEAST_M2 = 0.5
WALL_M = 0.5  # of a drive off walls


def find_driven_stall(
    board: Board, lot: Lot, region: BaseGeometry, fronts: list[Frontage]
) -> tuple[Polygon, tuple[Polygon, ...]] | None:
    """The place nearest to the road for one accessible stall to which a drive leads, and the paving of that drive."""
    if not fronts:
        return None
    road = shapely.union_all([front.line for front in fronts])
    open_ground = free_ground(board, lot.outline, Gaps(wall_m=WALL_M, way_m=0.0, path_m=0.0, ground_m=0.0))
    passed = without(without(lot.outline, board.walls(), WALL_M), board.laid_outlines())  # paths may be crossed
    closed = shapely.difference(lot.outline.buffer(DRIVE_M), shapely.buffer(passed, -DRIVE_M / 2.0, join_style="mitre"))
    closed = shapely.difference(closed, road.buffer(DRIVE_M))
    for stall in _places(board, lot, region, road):
        for apron, start in _aprons(stall, open_ground):
            route = shortest_route(start, road, closed)
            if route is not None:
                return stall, _paving(route, apron, stall, open_ground)
    return None


def lay_drive(board: Board, lot: Lot, paving: tuple[Polygon, ...]) -> None:
    """Pave the drive, in parts without holes."""
    for part in (piece for whole in paving for piece in without_holes(whole, LEAST_M2)):
        board.add_ground(GroundKind.PAVED, part, lot=lot.id)


def _places(board: Board, lot: Lot, region: BaseGeometry, road: BaseGeometry) -> list[Polygon]:
    parking = board.commission.choices.parking
    size = (parking.stall_width_m + parking.accessible_aisle_m, parking.stall_length_m)
    turn = east_axis_deg(lot.outline)
    found = [box for t in (turn, turn + 90.0) for box in rectangles_inside(region, t, *size, STEP_M)[2]]
    return sorted(found, key=lambda box: (box.distance(road), box.bounds))[:TRIED]


def _aprons(stall: Polygon, ground: BaseGeometry) -> Iterator[tuple[Polygon, Point]]:
    """Paving before each short side of a stall that has room for it, and the place where a drive comes to it."""
    for side in sorted(sides(stall), key=lambda line: line.length)[:2]:
        a, b = shapely.get_coordinates(side)
        out = np.array([(b - a)[1], -(b - a)[0]]) / side.length * DRIVE_M
        apron = Polygon([a, a + out, b + out, b])
        if shapely.covers(ground.buffer(GRID_M), apron):
            yield apron, Point((a + b) / 2.0 + out)


def _paving(route: LineString, apron: Polygon, stall: Polygon, ground: BaseGeometry) -> tuple[Polygon, ...]:
    strip = shapely.union(route.buffer(DRIVE_M / 2.0, cap_style="square", join_style="mitre"), apron)
    return polygons(shapely.difference(areal(shapely.intersection(strip, ground)), stall), LEAST_M2)
