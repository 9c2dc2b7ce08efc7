"""Garage ramps: straight, off the loop, with a level run before them."""

from collections.abc import Sequence

import numpy as np
import shapely
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.parts import polygons, without_holes
from layoutgen.model.kinds import GroundKind, SpotKind
from layoutgen.stages.grounds.board import Board, as_array
from layoutgen.stages.grounds.free_ground import Gaps, boxes_along, free_ground, sides
from layoutgen.stages.grounds.rings import Ring
from layoutgen.stages.grounds.turns import without_turns

PITCH_M = 3.0
APART_M = 15.0  # mouths of ramps, JGJ 100 4.2.2 [m]


def lay_ramps(board: Board, garage: str, outline: Polygon, rings: Sequence[Ring], count: int) -> int:
    """Lay ramps of one garage off the loops, near the gates but apart from each other; tell how many found room."""
    parking = board.commission.choices.parking
    words = {"form": "straight", "lanes": str(parking.ramp_lanes), "grade": f"{parking.ramp_grade:g}"}
    gates = as_array(spot.point for spot in board.spots if spot.kind is SpotKind.VEHICLE_GATE)
    laid: list[Polygon] = []
    for _ in range(count):
        best: tuple[float, Polygon, Polygon, str] | None = None
        for ring in rings:
            for ramp, apron in _places(board, ring, outline):
                apart = min((ramp.distance(other) for other in laid), default=np.inf)
                if apart < APART_M:
                    continue
                away = float(np.min(shapely.distance(gates, apron))) if len(gates) else 0.0
                worth = -away + (min(apart, 60.0) if laid else 0.0)
                if best is None or worth > best[0]:
                    best = (worth, ramp, apron, ring.cell.block)
        if best is None:
            break
        _, ramp, apron, block = best
        board.add_ground(GroundKind.RAMP, ramp, block=block, of=garage, **words)
        board.add_ground(GroundKind.PAVED, apron, block=block)
        laid.append(ramp)
    return len(laid)


def _places(board: Board, ring: Ring, garage: Polygon) -> list[tuple[Polygon, Polygon]]:
    """Ramps with their level runs, square to the loop, where both have room and the ramp's foot lies over the garage."""
    choices = board.commission.choices
    half = choices.lanes.loop_width_m / 2.0
    level, width = choices.grounds.ramp_buffer_m, choices.parking.ramp_width_m
    margin = 2.0 * half
    inside = shapely.buffer(ring.shape, -half, join_style="mitre")
    for length in (choices.parking.ramp_length_m, choices.parking.ramp_length_m * 0.75):
        region = free_ground(board, inside, Gaps(wall_m=choices.grounds.ramp_to_wall_m, way_m=0.0))
        region = shapely.buffer(region, 0.002)
        shapely.prepare(region)
        standing = without_turns(board, region)  # a ramp's walls stand up, the run before it does not
        shapely.prepare(standing)
        found: list[tuple[Polygon, Polygon]] = []
        for side in sides(ring.shape):
            along = (margin, PITCH_M, width)
            ramps = as_array(boxes_along(side, along, (half + level, half + level + length)))
            aprons = as_array(boxes_along(side, along, (half, half + level)))
            if not len(ramps):
                continue
            fits = shapely.covers(standing, ramps) & shapely.covers(region, aprons) & shapely.intersects(garage, ramps)
            found.extend(zip(ramps[fits], aprons[fits], strict=True))
        if found:
            return found
    return []


def ramps_needed(stalls: int) -> int:
    """How many ramps a garage of so many stalls has (JGJ 100 4.2.6)."""
    return 1 if stalls <= 100 else 2 if stalls <= 1000 else 3


def roof_of(ground: BaseGeometry, inset_m: float) -> Polygon | None:
    """The largest simple outline a garage may have inside its block, what is kept left out."""
    inset = ground.buffer(-inset_m, join_style="mitre")
    found = [piece for part in polygons(inset) for piece in without_holes(part)]
    return max(found, key=lambda piece: piece.area, default=None)
