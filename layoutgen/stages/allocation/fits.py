"""How long a lot is at each depth of a strip, and what the rooms that it then has cost."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from layoutgen.stages.allocation.wishes import Wish

Values = NDArray[np.float64]

EXCESS_COST = 0.4  # per 1 000 m2 of land beyond the need
ROUGH_M2 = 1000.0
ASPECT_MAX = 3.2  # of a lot, unless its room is longer
LONG_COST = 0.25  # of a lot, per unit of aspect above the limit
NO_ROOM = 3.0  # of a lot that holds none of its rooms
ROOM_EPS_M = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """The lots of a group at several depths."""

    each: Values  # (lots, depths) length of each lot; infinite where it fits not
    lengths: Values  # of all lots together
    costs: Values  # of their rooms and of long thin shapes
    excess_m2: Values  # land beyond the need
    land_m2: float


def fit_of(group: Sequence[Wish], depths: Values, *, is_east: bool) -> Fit:
    """Fit the lots of a group side by side into strips of several depths."""
    each, costs = np.zeros((len(group), len(depths))), np.zeros(len(depths))
    for n, wish in enumerate(group):
        length, cost = _best_rooms(wish, depths, is_east=is_east)
        each[n] = length
        aspect = np.maximum(length / depths, depths / np.maximum(length, 1.0))
        costs += cost + LONG_COST * np.maximum(aspect - ASPECT_MAX, 0.0)
    whole = each.sum(axis=0)
    land, is_held = sum(wish.land_m2 for wish in group), np.isfinite(whole)
    excess = np.where(is_held, whole, 0.0) * depths - land
    return Fit(each=each, lengths=whole, costs=np.where(is_held, costs, np.inf), excess_m2=excess, land_m2=land)


def _best_rooms(wish: Wish, depths: Values, *, is_east: bool) -> tuple[Values, Values]:
    """Length of a lot at each depth in the room that loses least, and the room's cost."""
    best, loss, cost = np.full(len(depths), np.inf), np.full(len(depths), np.inf), np.zeros(len(depths))
    for room in wish.rooms(is_east=is_east):
        length = np.where(depths >= room.depth_m, np.maximum(wish.land_m2 / depths, room.length_m), np.inf)
        now = excess_cost(length * depths - wish.land_m2) + room.cost
        is_better = now < loss - 1e-12
        best, loss, cost = (
            np.where(is_better, length, best),
            np.where(is_better, now, loss),
            np.where(is_better, room.cost, cost),
        )
    return best, cost


def least_length(wish: Wish, depth_m: float, *, is_east: bool) -> float:
    """Least length that a lot's rooms ask for at a depth; infinite where none fits."""
    return min((r.length_m for r in wish.rooms(is_east=is_east) if r.depth_m <= depth_m + 1e-6), default=np.inf)


def excess_cost(excess_m2: Values) -> Values:
    """Cost of land beyond the need."""
    return EXCESS_COST * excess_m2 / ROUGH_M2


def room_costs(wish: Wish, lengths: Values, depths: Values, *, is_east: bool) -> Values:
    """Cost of the best room that each extent gives, and of a long thin shape."""
    cost = np.full(len(lengths), NO_ROOM)
    for room in wish.rooms(is_east=is_east):
        is_held = (room.length_m <= lengths + ROOM_EPS_M) & (room.depth_m <= depths + ROOM_EPS_M)
        cost = np.where(is_held, np.minimum(cost, room.cost), cost)
    aspect = np.maximum(lengths / depths, depths / lengths)
    return np.asarray(cost + LONG_COST * np.maximum(aspect - ASPECT_MAX, 0.0), dtype=np.float64)
