"""Garage ramps: straight, beside the loop near a vehicle gate, with a level run before them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import LineString, Polygon
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.parts import polygons, without_holes
from layoutgen.geometry.tolerance import GRID_M, OVERLAP_EPS_M2
from layoutgen.model.kinds import BuildingUse, GroundKind, SpotKind, WayKind
from layoutgen.stages.grounds.board import Board, as_array, without
from layoutgen.stages.grounds.free_ground import Gaps, boxes_along, boxes_on, free_ground
from layoutgen.stages.grounds.rings import Ring, driven_sides
from layoutgen.stages.grounds.turns import without_turns

PITCH_M = 2.0
STRAIGHT_M = 5.0  # shorter sides are chords of a bend
APART_M = 15.0  # mouths of ramps, JGJ 100 4.2.2 [m]
STRIP_M = 1.0  # planted between a ramp and the loop that it lies along [m]
AHEAD_M = 4.0  # how much longer than it must be the level run before a ramp along the loop may be [m]
QUIET_M = 15.0  # no home stands so near before a mouth where it can be helped [m]
LANE_COSTS_M = 15.0  # a ramp beside a lane is worth so much walk less than one along the loop
SQUARE_COSTS_M = 60.0  # a ramp that leads into the court is worth so much walk less than one along the loop
FACING_COSTS_M = 40.0
MOTOR = (WayKind.STREET, WayKind.ATTACHED, WayKind.MAIN, WayKind.ACCESS)
LENGTHS = (1.0, 0.75)  # of the ramp as aimed at; what is missing runs on below


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """A ramp that has room, and the level run between it and the road."""

    ramp: Polygon
    apron: BaseGeometry
    costs_m: float  # beside the way to the gate


def lay_ramps(board: Board, garage: str, outline: Polygon, rings: Sequence[Ring], count: int) -> int:
    """Lay ramps of one garage by the loops, near the gates but apart from each other; tell how many found room."""
    parking = board.commission.choices.parking
    words = {"form": "straight", "lanes": str(parking.ramp_lanes), "grade": f"{parking.ramp_grade:g}"}
    gates = as_array(spot.point for spot in board.spots if spot.kind is SpotKind.VEHICLE_GATE)
    laid: list[Polygon] = []
    for _ in range(count):
        best: tuple[float, _Place, str] | None = None
        for ring in rings:
            for place in _places(board, ring, outline):
                apart = min((place.ramp.distance(other) for other in laid), default=np.inf)
                if apart < APART_M:
                    continue
                away = float(np.min(shapely.distance(gates, place.apron))) if len(gates) else 0.0
                worth = (min(apart, 60.0) if laid else 0.0) - away - place.costs_m
                if best is None or worth > best[0]:
                    best = (worth, place, ring.cell.block)
        if best is None:
            break
        _, chosen, block = best
        board.add_ground(GroundKind.RAMP, chosen.ramp, block=block, of=garage, **words)
        for part in polygons(_paving(board, chosen), OVERLAP_EPS_M2):
            board.add_ground(GroundKind.PAVED, part, block=block)
        laid.append(chosen.ramp)
    return len(laid)


def _places(board: Board, ring: Ring, garage: Polygon) -> list[_Place]:
    """Ramps with their level runs where both have room and the ramp's foot lies over the garage."""
    choices = board.commission.choices
    region = free_ground(board, ring.cell.outline, Gaps(wall_m=choices.grounds.ramp_to_wall_m, way_m=0.0))
    region = shapely.buffer(region, 2.0 * GRID_M)
    shapely.prepare(region)
    standing = without_turns(board, region)  # a ramp's walls stand up, the run before it does not
    shapely.prepare(standing)
    homes = shapely.union_all([b.footprint for b in board.massing.buildings if b.use is BuildingUse.DWELLING])
    shapely.prepare(homes)
    passable = shapely.buffer(shapely.union(region, _driven(board, *MOTOR)), 2.0 * GRID_M)
    shapely.prepare(passable)
    found: list[_Place] = []
    for share in LENGTHS:
        for ramps, aprons, sights, costs in _tried(board, ring, share * choices.parking.ramp_length_m):
            fits = shapely.covers(standing, ramps) & shapely.covers(passable, aprons) & shapely.intersects(garage, ramps)
            faces = shapely.intersects(homes, sights)
            found.extend(
                _Place(ramp=ramps[n], apron=aprons[n], costs_m=costs + FACING_COSTS_M * float(faces[n]))
                for n in np.flatnonzero(fits)
            )
        if found:
            return found
    return []


def _paving(board: Board, place: _Place) -> BaseGeometry:
    """The level run, drawn out over the strip beside it to the loop where nothing lies there."""
    wide = shapely.buffer(place.apron, STRIP_M + GRID_M, join_style="mitre")
    around = shapely.difference(wide, shapely.union(place.ramp, place.ramp.buffer(STRIP_M, join_style="mitre")))
    free = without(shapely.union(around, place.apron), board.walls(), board.commission.choices.grounds.apron_m)
    free = without(without(free, board.way_outlines()), board.laid_outlines())
    return without(free, as_array(board.kept_free))


Tried = tuple[NDArray[np.object_], NDArray[np.object_], NDArray[np.object_], float]  # ramps, runs, sights, what they cost


def _tried(board: Board, ring: Ring, length_m: float) -> Iterator[Tried]:
    """Ramps beside the loop, beside the lanes that come to it, and square to it."""
    lanes = board.commission.choices.lanes
    drives, loops = _driven(board, *MOTOR), _driven(board, WayKind.MAIN)
    for side in driven_sides(ring):
        if side.length > STRAIGHT_M:
            yield _square(board, side, length_m)
            yield from _along(board, side, length_m, (drives, lanes.loop_width_m / 2.0, 0.0))
    for way in board.ways:
        if way.kind is WayKind.ACCESS and way.block == ring.cell.block:
            for first, last in pairwise(way.centre.coords):
                for side in (LineString([first, last]), LineString([last, first])):
                    yield from _along(board, side, length_m, (loops, lanes.lane_width_m / 2.0, LANE_COSTS_M))


def _driven(board: Board, *kinds: WayKind) -> BaseGeometry:
    return shapely.union_all(as_array(way.outline for way in board.all_ways() if way.kind in kinds))


def _square(board: Board, side: LineString, length_m: float) -> Tried:
    """Ramps square to the loop."""
    choices = board.commission.choices
    half, level, width = choices.lanes.loop_width_m / 2.0, choices.grounds.ramp_buffer_m, choices.parking.ramp_width_m
    along = (2.0 * half, PITCH_M, width)
    ramps = boxes_along(side, along, (half + level, half + level + length_m))
    aprons = boxes_along(side, along, (half, half + level))
    return ramps, aprons, boxes_along(side, along, (-QUIET_M, half)), SQUARE_COSTS_M


def _along(board: Board, side: LineString, length_m: float, road: tuple[BaseGeometry, float, float]) -> Iterator[Tried]:
    """Ramps beside a way that open to the road ahead of their mouths.

    Parameters
    ----------
    road
        Ground of the roads that a mouth may open to; half the width of the way [m]; what the place costs [m].
    """
    choices = board.commission.choices
    drives, half, costs = road
    level, width = choices.grounds.ramp_buffer_m, choices.parking.ramp_width_m
    near, far = half + STRIP_M, half + STRIP_M + width
    mouths = np.arange(0.0, side.length + PITCH_M / 2.0, PITCH_M / 2.0)
    for turn in (1.0, -1.0):
        feet, ends = mouths + turn * length_m, mouths - turn * (level + AHEAD_M)
        ahead = shapely.intersection(boxes_on(side, mouths, ends, (near, far)), drives)
        lines = shapely.boundary(boxes_on(side, mouths, mouths + GRID_M * turn, (near, far)))
        gaps = shapely.distance(lines, ahead)  # nan where no way lies ahead
        fits = (gaps >= level) & (gaps <= level + AHEAD_M)
        if fits.any():
            at, reach = mouths[fits], gaps[fits] * turn
            ramps, runs = boxes_on(side, at, feet[fits], (near, far)), boxes_on(side, at, at - reach, (near, far))
            yield ramps, runs, boxes_on(side, at, at - turn * QUIET_M, (near, far)), costs


def ramps_needed(stalls: int) -> int:
    """How many ramps a garage of so many stalls has (JGJ 100 4.2.6)."""
    return 1 if stalls <= 100 else 2 if stalls <= 1000 else 3


def roof_of(ground: BaseGeometry, inset_m: float) -> Polygon | None:
    """The largest simple outline a garage may have inside its block, what is kept left out."""
    inset = ground.buffer(-inset_m, join_style="mitre")
    found = [piece for part in polygons(inset) for piece in without_holes(part)]
    return max(found, key=lambda piece: piece.area, default=None)
