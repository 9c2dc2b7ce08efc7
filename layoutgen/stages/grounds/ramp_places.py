"""Where a garage ramp may lie: beside the loop, beside a lane, along the rows, or square to the loop."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import affinity
from shapely.geometry import LineString, Polygon
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.parts import lines
from layoutgen.geometry.tolerance import GRID_M
from layoutgen.model.kinds import BuildingUse, WayKind
from layoutgen.stages.grounds.board import Board, as_array
from layoutgen.stages.grounds.free_ground import Gaps, boxes_along, free_ground
from layoutgen.stages.grounds.ramp_tries import PITCH_M, RampLine, ramp_tries
from layoutgen.stages.grounds.rings import Ring, driven_sides
from layoutgen.stages.grounds.turns import without_turns

LINES_M = 4.0  # between the lines along the rows that are tried [m]
STRAIGHT_M = 5.0  # shorter sides are chords of a bend
STRIP_M = 1.0  # planted between a ramp and the way that it lies along [m]
AHEAD_M = 4.0  # how much longer than it must be the level run before a ramp may be [m]
NEAR_END_M = 30.0  # mouths of ramps along the rows are sought so far from the loop [m]
QUIET_M = 15.0  # no home stands so near before a mouth where it can be helped [m]
LANE_COSTS_M = 15.0  # a ramp beside a lane is worth so much walk less than one along the loop
ROW_COSTS_M = 35.0  # one along the rows in the court
SQUARE_COSTS_M = 60.0  # and one that leads askew into it
FACING_COSTS_M = 40.0
LENGTHS = (1.0, 0.75)  # of the ramp as aimed at; what is missing runs on below


@dataclass(frozen=True, slots=True, kw_only=True)
class RampPlace:
    """A ramp that has room, and the level run between it and the road."""

    ramp: Polygon
    run: Polygon
    costs_m: float  # beside the way to the gate


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ground:
    """What ramps of a loop must lie on, keep off and open to, all prepared."""

    standing: BaseGeometry  # where a ramp's walls may stand
    passable: BaseGeometry  # where its level run may lie
    drives: BaseGeometry
    loops: BaseGeometry
    homes: BaseGeometry
    garage: Polygon


def ramp_places(board: Board, ring: Ring, garage: Polygon) -> list[RampPlace]:
    """Ramps with their level runs where both have room and the ramp's foot lies over the garage."""
    choices = board.commission.choices
    ground = _ground(board, ring, garage)
    straight = [side for side in driven_sides(ring) if side.length > STRAIGHT_M]
    beside = list(_lines(board, ring, straight))
    for share in LENGTHS:
        length = share * choices.parking.ramp_length_m
        found = [*_along(board, beside, length, ground)]
        square = [place for side in straight for place in _square(board, side, length, ground)]
        if found or square:
            return [*found, *square]
    return []


def _ground(board: Board, ring: Ring, garage: Polygon) -> _Ground:
    region = free_ground(board, ring.cell.outline, Gaps(wall_m=board.commission.choices.grounds.ramp_to_wall_m, way_m=0.0))
    region = shapely.buffer(region, 2.0 * GRID_M)
    ways = [way for way in board.all_ways() if way.kind is not WayKind.FOOTPATH and way.outline.intersects(ring.cell.outline)]
    drives = shapely.union_all(as_array(way.outline for way in ways))
    ground = _Ground(
        standing=without_turns(board, region),  # a ramp's walls stand up, the run before it does not
        passable=shapely.buffer(shapely.union(region, drives), 2.0 * GRID_M),
        drives=drives,
        loops=shapely.union_all(as_array(way.outline for way in ways if way.kind is WayKind.MAIN)),
        homes=shapely.union_all([b.footprint for b in board.massing.buildings if b.use is BuildingUse.DWELLING]),
        garage=garage,
    )
    for shape in (ground.standing, ground.passable, ground.drives, ground.loops, ground.homes):
        shapely.prepare(shape)
    return ground


def _lines(board: Board, ring: Ring, straight: list[LineString]) -> Iterator[RampLine]:
    """Sides of the loop, both sides of the lanes, and lines along the rows."""
    lanes = board.commission.choices.lanes
    for side in straight:
        near = lanes.loop_width_m / 2.0 + STRIP_M
        yield RampLine(side=side, near_m=near, is_court=False, reach_m=np.inf, costs_m=0.0)
    for way in board.ways:
        if way.kind is WayKind.ACCESS and way.block == ring.cell.block:
            near = lanes.lane_width_m / 2.0 + STRIP_M
            for first, last in pairwise(way.centre.coords):
                for pair in ((first, last), (last, first)):
                    line = LineString(pair)
                    yield RampLine(side=line, near_m=near, is_court=True, reach_m=NEAR_END_M, costs_m=LANE_COSTS_M)
    for line in _along_rows(board, ring):
        yield RampLine(side=line, near_m=0.0, is_court=True, reach_m=NEAR_END_M, costs_m=ROW_COSTS_M)


def _along_rows(board: Board, ring: Ring) -> list[LineString]:
    """Lines from side to side of the loop, parallel to the rows."""
    azimuth = next((row.azimuth_deg for row in board.massing.rows if row.cell == ring.cell.id), board.structure.azimuth_deg)
    turned = affinity.rotate(ring.shape, -azimuth, origin=(0.0, 0.0))
    west, south, east, north = turned.bounds
    levels = np.arange(south + LINES_M, north, LINES_M)
    rows = [LineString([(west, y), (east, y)]) for y in levels]
    back = [affinity.rotate(row, azimuth, origin=(0.0, 0.0)) for row in rows]
    return [piece for row in back for piece in lines(shapely.intersection(row, ring.shape), 2.0 * STRAIGHT_M)]


def _along(board: Board, beside: Sequence[RampLine], length_m: float, ground: _Ground) -> Iterator[RampPlace]:
    """Ramps beside lines that open to a road ahead of their mouths."""
    choices = board.commission.choices
    level = choices.grounds.ramp_buffer_m
    tried = ramp_tries(beside, choices.parking.ramp_width_m)
    ramps = tried.boxes(0.0, length_m)
    stands = _stands(ramps, ground)
    tried, ramps = tried.only(stands), ramps[stands]
    ahead = _on_drives(tried.boxes(0.0, -(level + AHEAD_M)), ground)
    gaps = shapely.distance(tried.boxes(0.0, GRID_M), ahead)  # nan where no way lies ahead
    behind = shapely.intersects(ground.drives, tried.boxes(length_m, length_m + level))  # no second mouth
    is_court = np.array([line.is_court for line in beside], dtype=bool)[tried.lines]
    opens = shapely.intersects(ground.drives, ahead) & (shapely.intersects(ground.loops, ahead) | ~is_court)
    runs = tried.boxes(0.0, -np.nan_to_num(gaps, nan=level))
    fits = (gaps >= level) & (gaps <= level + AHEAD_M) & opens & ~behind & shapely.covers(ground.passable, runs)
    costs = np.array([line.costs_m for line in beside])[tried.lines]
    yield from _fitting((ramps, runs, tried.boxes(0.0, -QUIET_M)), costs, fits, ground)


def _on_drives(boxes: NDArray[np.object_], ground: _Ground) -> NDArray[np.object_]:
    """What of boxes lies on carriageways; of most, which is quickly told, nothing."""
    found = np.full(len(boxes), Polygon(), dtype=object)
    met = shapely.intersects(ground.drives, boxes)
    found[met] = shapely.intersection(boxes[met], ground.drives)
    return found


def _stands(ramps: NDArray[np.object_], ground: _Ground) -> NDArray[np.bool_]:
    fits: NDArray[np.bool_] = shapely.covers(ground.standing, ramps) & shapely.intersects(ground.garage, ramps)
    return fits


def _square(board: Board, side: LineString, length_m: float, ground: _Ground) -> Iterator[RampPlace]:
    """Ramps square to the loop."""
    choices = board.commission.choices
    half, level, width = choices.lanes.loop_width_m / 2.0, choices.grounds.ramp_buffer_m, choices.parking.ramp_width_m
    along = (2.0 * half, PITCH_M, width)
    ramps = boxes_along(side, along, (half + level, half + level + length_m))
    runs = boxes_along(side, along, (half, half + level))
    kerbs = shapely.intersects(ground.drives, boxes_along(side, along, (half + 2.0 * GRID_M, half + level)))
    fits = _stands(ramps, ground) & shapely.covers(ground.passable, runs) & ~kerbs
    sights = boxes_along(side, along, (-QUIET_M, half))
    yield from _fitting((ramps, runs, sights), np.full(len(ramps), SQUARE_COSTS_M), fits, ground)


def _fitting(
    places: tuple[NDArray[np.object_], NDArray[np.object_], NDArray[np.object_]],
    costs_m: NDArray[np.float64],
    fits: NDArray[np.bool_],
    ground: _Ground,
) -> Iterator[RampPlace]:
    """Those of the ramps, with their runs, that fit; one that faces homes costs more.

    Parameters
    ----------
    places
        The ramps, their level runs, and what is seen from each before its mouth.
    """
    ramps, runs, sights = (shapes[fits] for shapes in places)
    worths = costs_m[fits] + FACING_COSTS_M * shapely.intersects(ground.homes, sights)
    for ramp, run, costs in zip(ramps, runs, worths.tolist(), strict=True):
        yield RampPlace(ramp=ramp, run=run, costs_m=costs)
