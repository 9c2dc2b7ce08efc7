"""Pieces cut from a cell's side for a group of lots: strips of the whole length, and corners."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, permutations

import numpy as np
from numpy.typing import NDArray
from shapely.geometry import Polygon

from layoutgen.model.kinds import LotKind
from layoutgen.stages.allocation.frames import Frame
from layoutgen.stages.allocation.wishes import Wish

Values = NDArray[np.float64]

CORNER_SHARE = 0.8  # a corner takes no more of its side than this
CORNER_DEPTHS = 3  # depths tried in a corner
ASPECT_MAX = 3.2  # of a lot, unless its room is longer
SOLVE_STEPS = 12
DEPTH_SPARE = 1.003  # strips are cut this much deeper than on a rectangle, for slanted sides
EXCESS_COST = 0.4  # per 1 000 m2 of land beyond the need
LONG_COST = 0.25  # of a lot, per unit of aspect above the limit
ROUGH_M2 = 1000.0
LAND_EPS = 0.001  # a lot is cut to its land within this share


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A piece before its lots are told apart: where the knife goes, and what the rooms cost."""

    frame: Frame
    depth_m: float
    x_to: float  # infinite for a strip
    excess_m2: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A lot's place in a piece: its knife's bounds along the side."""

    wish: Wish
    x_from: float
    x_to: float
    shape: Polygon  # in the frame
    cost: float


def outlines_of(frame: Frame, group: Sequence[Wish]) -> Iterator[Outline]:
    """Strip and corners of a frame for a group of lots."""
    if len(frame.depths) == 0:
        return
    lengths, costs = _lengths(group, frame)
    whole = lengths.sum(axis=0)
    if not frame.is_mirrored:
        fits = np.flatnonzero(whole <= frame.lengths)
        if len(fits):
            yield _strip(frame, group, int(fits[0]))
    room = CORNER_SHARE * frame.lengths
    land = sum(wish.land_m2 for wish in group)
    excess = np.where(whole <= room, whole * frame.depths - land, np.inf)
    rated = excess / ROUGH_M2 * EXCESS_COST + costs + _long(lengths, frame.depths)
    for n in np.argsort(rated, kind="stable")[:CORNER_DEPTHS]:
        if np.isfinite(rated[n]):
            depth = float(frame.depths[n])
            yield Outline(frame=frame, depth_m=depth, x_to=frame.left + float(whole[n]), excess_m2=float(excess[n]))


def _long(lengths: Values, depths: Values) -> Values:
    """Cost of lots that are long and thin."""
    aspect = np.maximum(lengths / depths, depths / np.maximum(lengths, 1.0))
    return np.asarray(LONG_COST * np.maximum(aspect - ASPECT_MAX, 0.0).sum(axis=0), dtype=np.float64)


def _lengths(group: Sequence[Wish], frame: Frame) -> tuple[Values, Values]:
    """Length of each lot along the side at each depth, and the cost of the rooms; infinite where none fits."""
    lengths, costs = [], np.zeros(len(frame.depths))
    for wish in group:
        best = np.full(len(frame.depths), np.inf)
        cost = np.full(len(frame.depths), np.inf)
        by_land = wish.land_m2 / frame.depths
        for room in sorted(wish.rooms(is_east=frame.is_east), key=lambda r: r.cost):
            length = np.where(frame.depths >= room.depth_m, np.maximum(by_land, room.length_m), np.inf)
            loss = EXCESS_COST * (length * frame.depths - wish.land_m2) / ROUGH_M2 + room.cost
            better = loss < cost
            best, cost = np.where(better, length, best), np.where(better, loss, cost)
        lengths.append(best)
        costs = costs + cost
    return np.vstack(lengths), costs


def _strip(frame: Frame, group: Sequence[Wish], first: int) -> Outline:
    """The least strip whose whole length holds the group: between two tried depths, where land alone decides."""
    depth = float(frame.depths[first])
    land = sum(wish.land_m2 for wish in group)
    if first > 0:
        low, high = float(frame.depths[first - 1]), depth
        for _ in range(SOLVE_STEPS):
            middle = (low + high) / 2.0
            length = float(np.interp(middle, frame.depths, frame.lengths))
            if _length_at(group, frame, middle) <= length:
                high = middle
            else:
                low = middle
        depth = high * DEPTH_SPARE
    taken = float(np.interp(depth, frame.depths, frame.lengths)) * depth
    return Outline(frame=frame, depth_m=depth, x_to=np.inf, excess_m2=taken - land)


def _length_at(group: Sequence[Wish], frame: Frame, depth_m: float) -> float:
    total = 0.0
    for wish in group:
        fitting = [r.length_m for r in wish.rooms(is_east=frame.is_east) if r.depth_m <= depth_m]
        total += max(min(fitting), wish.land_m2 / depth_m) if fitting else np.inf
    return total


def orders(group: Sequence[Wish]) -> tuple[tuple[Wish, ...], ...]:
    """Orders of lots along a side worth trying: the waste station at an end, service beside the garden."""
    return tuple(order for order in permutations(group) if _is_sensible([wish.kind for wish in order]))


def _is_sensible(kinds: list[LotKind]) -> bool:
    waste, service, garden, utility = LotKind.WASTE_STATION, LotKind.SERVICE, LotKind.GARDEN, LotKind.UTILITY
    ends = (0, len(kinds) - 1)
    if waste in kinds and kinds.index(waste) not in ends:
        return False
    if utility in kinds and not (
        abs(kinds.index(utility) - kinds.index(waste)) == 1 if waste in kinds else kinds.index(utility) in ends
    ):
        return False
    if garden in kinds and service in kinds and abs(kinds.index(garden) - kinds.index(service)) > 1:
        return False
    apart = {LotKind.KINDERGARTEN, garden}
    return not any({a, b} & {waste} and {a, b} & apart for a, b in pairwise(kinds))


def slots_of(outline: Outline, order: Sequence[Wish]) -> tuple[Slot, ...] | None:
    """Cut a piece into lots along its side, each with its land and its room; None where they do not all fit."""
    frame, depth = outline.frame, outline.depth_m
    piece = frame.strip(-np.inf, outline.x_to, depth)
    if piece is None:
        return None
    left, right = piece.bounds[0], piece.bounds[2]
    lands = _shared_land(order, frame, depth, piece.area, is_strip=not np.isfinite(outline.x_to))
    slots: list[Slot] = []
    at = left
    for n, (wish, land) in enumerate(zip(order, lands, strict=True)):
        is_last = n == len(order) - 1 and not np.isfinite(outline.x_to)
        end = right if is_last else _end_of(frame, depth, at, land)
        shape = frame.strip(at, end, depth)
        if shape is None or shape.area < wish.land_m2 * (1.0 - 1.5 * LAND_EPS):
            return None
        first, last = n == 0, is_last
        cost = _room_cost(wish, shape, is_east=frame.is_east)
        slots.append(Slot(wish=wish, x_from=-np.inf if first else at, x_to=np.inf if last else end, shape=shape, cost=cost))
        at = end
    return tuple(slots)


def _shared_land(order: Sequence[Wish], frame: Frame, depth: float, area_m2: float, *, is_strip: bool) -> list[float]:
    """Land of each lot: its need or its room; what a strip has to spare goes to the garden, else to all."""
    lands = [max(wish.land_m2, _least_length(wish, frame, depth) * depth) for wish in order]
    spare = area_m2 - sum(lands)
    if not is_strip or not np.isfinite(spare):
        return lands
    gardens = [n for n, wish in enumerate(order) if wish.kind is LotKind.GARDEN]
    if gardens and spare > 0.0:
        lands[gardens[0]] += spare
        return lands
    return [land * area_m2 / sum(lands) for land in lands]


def _least_length(wish: Wish, frame: Frame, depth: float) -> float:
    return min((r.length_m for r in wish.rooms(is_east=frame.is_east) if r.depth_m <= depth + 1e-6), default=np.inf)


def _end_of(frame: Frame, depth: float, at: float, land_m2: float) -> float:
    """Where a lot ends so that it holds its land, by false position."""
    low, high = at, frame.right
    end = min(at + land_m2 / depth, high)
    area = frame.area(at, end, depth)
    if _is_enough(area, land_m2):
        return end
    low_area, high_area = 0.0, frame.area(at, high, depth)
    if high_area < land_m2:
        return high
    for _ in range(SOLVE_STEPS):
        if area < land_m2:
            low, low_area = end, area
        else:
            high, high_area = end, area
        goal = (land_m2 - low_area) / max(high_area - low_area, 1e-9)
        end = low + (high - low) * min(max(goal, 0.02), 0.98)
        area = frame.area(at, end, depth)
        if _is_enough(area, land_m2):
            return end
    return high


def _is_enough(area_m2: float, land_m2: float) -> bool:
    return -LAND_EPS <= area_m2 / land_m2 - 1.0 <= LAND_EPS


def _room_cost(wish: Wish, shape: Polygon, *, is_east: bool) -> float:
    """Cost of the best room that the lot's extent gives, and of a long thin shape."""
    left, low, right, high = shape.bounds
    fill = shape.area / max((right - left) * (high - low), 1e-9)
    length, depth = (right - left) * np.sqrt(fill), (high - low) * np.sqrt(fill)
    fitting = [r.cost for r in wish.rooms(is_east=is_east) if r.length_m <= length + 0.5 and r.depth_m <= depth + 0.5]
    aspect = float(max(length / depth, depth / length))
    return float(min(fitting, default=3.0)) + LONG_COST * max(aspect - ASPECT_MAX, 0.0)
