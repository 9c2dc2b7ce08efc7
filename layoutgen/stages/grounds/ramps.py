"""Garage ramps: straight, near a vehicle gate but apart from each other, with a level run before them."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.parts import polygons, without_holes
from layoutgen.geometry.tolerance import GRID_M, OVERLAP_EPS_M2
from layoutgen.model.kinds import GroundKind, SpotKind
from layoutgen.model.stages import Cell
from layoutgen.stages.grounds.board import Board, as_array, without
from layoutgen.stages.grounds.garage_links import REACH_M, linked
from layoutgen.stages.grounds.ramp_places import STRIP_M, RampForm, RampPlace, ramp_places, ramp_search

APART_M = 15.0  # mouths of ramps, JGJ 100 4.2.2 [m]
BETWEEN_M = 3.0  # two ramps anywhere
SPREAD_M = 60.0  # ramps farther apart than this are well spread [m]
LENGTHS = (1.0, 0.75, 0.6)  # of the ramp as aimed at; what is missing runs on below
TRIES = 12  # other ramps to begin with, where the best leaves no room for a second
TRIED_M = 3.0  # apart from those tried already
LINK_COSTS = 0.5  # a metre of drive below ground is worth so many metres to the gate


@dataclass(frozen=True, slots=True, kw_only=True)
class RampNeed:
    """Ramps and lanes that a garage has at least."""

    ramps: int
    lanes: int

    def is_met_by(self, places: Sequence[RampPlace]) -> bool:
        """Whether so many ramps are enough."""
        return len(places) >= self.ramps and sum(place.lanes for place in places) >= self.lanes


@dataclass(frozen=True, slots=True, kw_only=True)
class Ramped:
    """A garage drawn out to its ramps."""

    roof: Polygon
    ramps: tuple[RampPlace, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pool:
    """Places of one form, and what each is worth by itself [m]."""

    places: list[RampPlace]
    worth: NDArray[np.float64]


def choose_ramps(board: Board, cells: Sequence[Cell], roof: Polygon, ground: Polygon, need: RampNeed) -> Ramped:
    """Choose ramps of a garage: wide and long ones first, narrower and shorter ones where those find no room.

    Parameters
    ----------
    roof
        The garage without its ramps.
    ground
        The ground below which it may be drawn out to them.
    """
    searches = [ramp_search(board, cell) for cell in cells]
    gates = as_array(spot.point for spot in board.spots if spot.kind is SpotKind.VEHICLE_GATE)
    chosen = Ramped(roof=roof, ramps=())
    pools: list[_Pool] = []
    for form in _forms(board):
        places = [place for search in searches for place in ramp_places(board, search, form)]
        pools.append(_Pool(places=places, worth=_worth(places, roof, gates)))
        chosen = _filled(chosen, pools[-1], ground, need)
        if need.is_met_by(chosen.ramps):
            return chosen
    for first in _others(pools, chosen.ramps):
        attempt = _started(roof, first, ground)
        for pool in pools:
            attempt = _filled(attempt, pool, ground, need)
        if need.is_met_by(attempt.ramps):
            return attempt
    return chosen


def _forms(board: Board) -> list[RampForm]:
    """Ramps to try: as the template has them, then of one lane, then shorter."""
    parking = board.commission.choices.parking
    forms = [RampForm(parking.ramp_width_m, share * parking.ramp_length_m, parking.ramp_lanes) for share in LENGTHS[:2]]
    narrow = [RampForm(parking.ramp_lane_m, share * parking.ramp_length_m, 1) for share in LENGTHS]
    return [*forms, *narrow]


def _filled(garage: Ramped, pool: _Pool, ground: Polygon, need: RampNeed) -> Ramped:
    """The garage with ramps of one more form, the best first, until it has enough."""
    worth = pool.worth.copy()
    while len(worth) and not need.is_met_by(garage.ramps):
        apart = _apart(pool.places, garage.ramps)
        worths = np.where(apart >= APART_M, worth + np.minimum(apart, SPREAD_M), -np.inf)
        best = int(np.argmax(worths))
        if not np.isfinite(worths[best]):
            break
        worth[best] = -np.inf
        garage = _with_ramp(garage, pool.places[best], ground) or garage
    return garage


def _with_ramp(garage: Ramped, place: RampPlace, ground: Polygon) -> Ramped | None:
    roof = linked(garage.roof, ground, place.ramp, place.foot)
    return None if roof is None else Ramped(roof=roof, ramps=(*garage.ramps, place))


def _started(roof: Polygon, first: RampPlace, ground: Polygon) -> Ramped:
    bare = Ramped(roof=roof, ramps=())
    return _with_ramp(bare, first, ground) or bare


def _others(pools: Sequence[_Pool], taken: Sequence[RampPlace]) -> list[RampPlace]:
    """Other ramps to begin with, well apart from each other and from those that left no room, the best first."""
    ranked = [(n, -worth, place) for n, pool in enumerate(pools) for place, worth in zip(pool.places, pool.worth, strict=True)]
    found: list[RampPlace] = []
    for _, cost, place in sorted(ranked, key=lambda one: (one[0], one[1], one[2].ramp.bounds)):
        middles = [other.ramp.centroid for other in (*taken, *found)]
        is_new = all(place.ramp.centroid.distance(middle) > TRIED_M for middle in middles)
        if np.isfinite(cost) and is_new and len(found) < TRIES:
            found.append(place)
    return found


def _worth(places: Sequence[RampPlace], roof: Polygon, gates: NDArray[np.object_]) -> NDArray[np.float64]:
    """What places are worth by themselves, in metres: near a gate, and over the garage or near it."""
    runs, feet = as_array(place.run for place in places), as_array(place.foot for place in places)
    worth = -np.array([place.costs_m for place in places], dtype=np.float64)
    if len(gates) and len(places):
        worth -= shapely.distance(gates[:, None], runs[None, :]).min(axis=0)
    links = shapely.distance(roof, feet)
    return np.where(links <= REACH_M, worth - LINK_COSTS * links, -np.inf)


def _apart(places: Sequence[RampPlace], others: Sequence[RampPlace]) -> NDArray[np.float64]:
    """How far the mouths of places are from those of the ramps chosen so far [m]; 0 where the ramps lie too near."""
    if not others:
        return np.full(len(places), SPREAD_M)
    ramps, runs = as_array(place.ramp for place in places), as_array(place.run for place in places)
    mouths = shapely.union_all([other.run for other in others])
    taken = shapely.union_all([shape for other in others for shape in (other.ramp, other.run)])
    is_free = (shapely.distance(taken, ramps) >= BETWEEN_M) & (shapely.distance(taken, runs) >= BETWEEN_M)
    return np.where(is_free, shapely.distance(mouths, runs), 0.0)


def lay_ramps(board: Board, block: str, garage: str, places: Sequence[RampPlace]) -> None:
    """Draw the ramps of a garage and the paving before them."""
    for place in places:
        words = {"form": "straight", "lanes": str(place.lanes), "grade": f"{board.commission.choices.parking.ramp_grade:g}"}
        board.add_ground(GroundKind.RAMP, place.ramp, block=block, of=garage, **words)
        for part in polygons(_paving(board, place), OVERLAP_EPS_M2):
            board.add_ground(GroundKind.PAVED, part, block=block)


def _paving(board: Board, place: RampPlace) -> BaseGeometry:
    """The level run, drawn out over the strip beside it to the way where nothing lies there."""
    wide = shapely.buffer(place.run, STRIP_M + GRID_M, join_style="mitre")
    around = shapely.difference(wide, place.ramp.buffer(STRIP_M, join_style="mitre"))
    ground = shapely.intersection(shapely.union(around, place.run), board.commission.site.boundary)
    free = without(ground, board.walls(), board.commission.choices.grounds.apron_m)
    free = without(without(free, board.way_outlines()), board.laid_outlines())
    return without(free, as_array(board.kept_free))


def ramps_needed(stalls: int) -> RampNeed:
    """How many ramps and lanes a garage of so many stalls has (JGJ 100 4.2.6, 4.2.7)."""
    if stalls <= 100:
        return RampNeed(ramps=1, lanes=1 if stalls < 25 else 2)
    return RampNeed(ramps=2 if stalls <= 1000 else 3, lanes=2 if stalls <= 500 else 3)


def roof_of(ground: BaseGeometry, inset_m: float) -> Polygon | None:
    """The largest simple outline a garage may have inside its block, what is kept left out."""
    inset = ground.buffer(-inset_m, join_style="mitre")
    found = [piece for part in polygons(inset) for piece in without_holes(part)]
    return max(found, key=lambda piece: piece.area, default=None)
