"""The yard of a kindergarten for goods and waste: behind its head, with a straight drive of its own from the road."""

from dataclasses import dataclass

import numpy as np
import shapely
from shapely import affinity
from shapely.geometry import LineString, Point
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.parts import clipped, polygons, without_holes
from layoutgen.model.kinds import GroundKind
from layoutgen.model.plan import Facility, Lot
from layoutgen.stages.grounds.board import Board, areal
from layoutgen.stages.grounds.free_ground import Gaps, free_ground
from layoutgen.stages.grounds.frontage import way_in_frontages

ORIGIN = (0.0, 0.0)
DRIVE_M = 3.5
YARD_M = (9.0, 7.0)  # along the drive and off it, where there is room
YARD_LEAST_M2 = 20.0
APART_M = 6.0  # of the drive from the gate
STEP_M = 0.5
GAPS = Gaps(wall_m=0.6, way_m=0.0, path_m=0.8, ground_m=0.3)
LEAST_M2 = 0.5
FRAYED_M = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class _Frame:
    """Everything turned, so that the building's front runs east."""

    free: BaseGeometry
    walls: BaseGeometry
    road: BaseGeometry


def lay_service_yard(board: Board, facility: Facility, lot: Lot, azimuth: float, gate: Point) -> None:
    """Pave drive and yard north of the walk to the door, as far north as they go; nothing where there is no room."""
    fronts = [front.line for front in way_in_frontages(board, lot)]
    if not fronts:
        return
    road = shapely.difference(shapely.union_all(fronts), gate.buffer(APART_M))
    free, walls, fronts_on = (
        affinity.rotate(shape, -azimuth, origin=ORIGIN)
        for shape in (free_ground(board, lot.outline, GAPS), facility.outline, road)
    )
    frame = _Frame(free=free, walls=walls, road=fronts_on)
    paving = _paving(frame)
    if paving is None:
        return
    back = affinity.rotate(paving, azimuth, origin=ORIGIN)
    for part in (piece for whole in polygons(back, LEAST_M2) for piece in without_holes(whole, LEAST_M2)):
        board.add_ground(GroundKind.PAVED, part, lot=lot.id, use="service")


def _paving(frame: _Frame) -> BaseGeometry | None:
    """Drive and yard of the northernmost straight drive that leads from the road to the building's head."""
    west, _, east, top = frame.walls.bounds
    middle = frame.walls.centroid
    head = clipped(frame.walls, west, top - 1.0, east, top + 1.0)
    shapely.prepare(frame.free)
    for y in np.arange(frame.free.bounds[3] - DRIVE_M / 2.0, middle.y, -STEP_M):
        for x_to in (head.centroid.x, head.bounds[0] - GAPS.wall_m, head.bounds[2] + GAPS.wall_m):
            for x_from in (frame.free.bounds[0], frame.free.bounds[2]):
                paving = _drive(frame, float(y), float(x_from), float(x_to))
                if paving is not None:
                    return paving
    return None


def _drive(frame: _Frame, y: float, x_from: float, x_to: float) -> BaseGeometry | None:
    line = LineString([(x_from, y), (x_to, y)])
    own = shapely.intersection(line, shapely.buffer(frame.free, FRAYED_M))
    runs = [run for run in shapely.get_parts(own) if run.distance(Point(x_to, y)) < FRAYED_M]
    if not runs or runs[0].length < YARD_M[0]:
        return None
    run = runs[0]
    end = max((Point(p) for p in shapely.get_coordinates(run)), key=lambda p: abs(p.x - x_to))
    if frame.road.distance(end) > DRIVE_M / 2.0:
        return None
    strip = run.buffer(DRIVE_M / 2.0, cap_style="flat")
    inside = shapely.intersection(strip, frame.free)
    if inside.area < 0.97 * strip.area:
        return None
    sign = 1.0 if end.x > x_to else -1.0
    low, high = sorted((x_to, x_to + sign * YARD_M[0]))
    yard = shapely.intersection(shapely.box(low, y - YARD_M[1] + DRIVE_M / 2.0, high, y + DRIVE_M / 2.0), frame.free)
    if yard.area < YARD_LEAST_M2:
        return None
    return areal(shapely.union(inside, yard))
