"""Garage ramps: straight, near a vehicle gate but apart from each other, with a level run before them."""

from collections.abc import Sequence

import numpy as np
import shapely
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.parts import polygons, without_holes
from layoutgen.geometry.tolerance import GRID_M, OVERLAP_EPS_M2
from layoutgen.model.kinds import GroundKind, SpotKind
from layoutgen.stages.grounds.board import Board, as_array, without
from layoutgen.stages.grounds.ramp_places import STRIP_M, RampPlace, ramp_places
from layoutgen.stages.grounds.rings import Ring

APART_M = 15.0  # mouths of ramps, JGJ 100 4.2.2 [m]
SPREAD_M = 60.0  # ramps farther apart than this are well spread [m]


def lay_ramps(board: Board, garage: str, outline: Polygon, rings: Sequence[Ring], count: int) -> int:
    """Lay ramps of one garage by the loops; tell how many found room."""
    parking = board.commission.choices.parking
    words = {"form": "straight", "lanes": str(parking.ramp_lanes), "grade": f"{parking.ramp_grade:g}"}
    places = [(place, ring.cell.block) for ring in rings for place in ramp_places(board, ring, outline)]
    gates = as_array(spot.point for spot in board.spots if spot.kind is SpotKind.VEHICLE_GATE)
    ramps, runs = as_array(place.ramp for place, _ in places), as_array(place.run for place, _ in places)
    worth = -np.array([place.costs_m for place, _ in places])
    if len(gates) and len(places):
        worth = worth - shapely.distance(gates[:, None], runs[None, :]).min(axis=0)
    laid: list[RampPlace] = []
    while len(laid) < count and len(places):
        taken = as_array(shape for place in laid for shape in (place.ramp, place.run))
        both = shapely.union(ramps, runs)
        apart = shapely.distance(taken[:, None], both[None, :]).min(axis=0) if laid else np.full(len(places), SPREAD_M)
        worths = np.where(apart >= APART_M, worth + np.minimum(apart, SPREAD_M), -np.inf)
        best = int(np.argmax(worths))
        if not np.isfinite(worths[best]):
            break
        chosen, block = places[best]
        board.add_ground(GroundKind.RAMP, chosen.ramp, block=block, of=garage, **words)
        for part in polygons(_paving(board, chosen), OVERLAP_EPS_M2):
            board.add_ground(GroundKind.PAVED, part, block=block)
        laid.append(chosen)
    return len(laid)


def _paving(board: Board, place: RampPlace) -> BaseGeometry:
    """The level run, drawn out over the strip beside it to the way where nothing lies there."""
    wide = shapely.buffer(place.run, STRIP_M + GRID_M, join_style="mitre")
    around = shapely.difference(wide, place.ramp.buffer(STRIP_M, join_style="mitre"))
    free = without(shapely.union(around, place.run), board.walls(), board.commission.choices.grounds.apron_m)
    free = without(without(free, board.way_outlines()), board.laid_outlines())
    return without(free, as_array(board.kept_free))


def ramps_needed(stalls: int) -> int:
    """How many ramps a garage of so many stalls has (JGJ 100 4.2.6)."""
    return 1 if stalls <= 100 else 2 if stalls <= 1000 else 3


def roof_of(ground: BaseGeometry, inset_m: float) -> Polygon | None:
    """The largest simple outline a garage may have inside its block, what is kept left out."""
    inset = ground.buffer(-inset_m, join_style="mitre")
    found = [piece for part in polygons(inset) for piece in without_holes(part)]
    return max(found, key=lambda piece: piece.area, default=None)
