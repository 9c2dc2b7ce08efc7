"""What a lot's place costs, by itself and beside the others (conventions 11–15)."""

from collections.abc import Callable

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import affinity
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from layoutgen.model.kinds import LotKind
from layoutgen.stages.allocation.setting import Setting
from layoutgen.stages.allocation.wishes import Wish

Values = NDArray[np.float64]

EXCESS = 0.4  # per 1 000 m2 of land beyond the need
CROOKED, GARDEN_CROOKED = 4.0, 1.0  # per share of the least rectangle that a lot does not fill, beyond what is even
EVEN = 0.95
ACCESS_M = 12.0  # a lot's least border on a road
NO_ACCESS, BEHIND_GATE = 8.0, 0.8
GARDEN_BEHIND_GATE = 6.0
SHORT_FRONT = 0.8  # of shops, by the share of their front that is missing
SOUTH, EAST, OPEN_SOUTH, OPEN_M = 0.5, 0.15, 1.0, 25.0  # of the kindergarten
BUSY_GATE = 3.0  # of a kindergarten that touches no public road but arterials
MIDDLE = {LotKind.GARDEN: 0.6, LotKind.SERVICE: 0.3, LotKind.SHOPS: 0.1}
EDGE, EDGE_M = 0.3, 60.0  # of waste station and utilities, away from the site's edge
KEPT_OUT = 6.0  # by the share of a lot on ground that is kept out
LOST = 0.5  # per 1 000 m2 that slabs lose besides the land itself
REFLEX = 0.15  # of a corner, which leaves the cell with a notch
SMALL_REST_M2, SMALL_REST = 6000.0, 0.7  # ground inside the loop of a rest too small for rows, and what that costs

# least distance and cost below it; reach and cost at it and beyond
APART = {
    frozenset({LotKind.KINDERGARTEN, LotKind.WASTE_STATION}): (60.0, 1.2),
    frozenset({LotKind.GARDEN, LotKind.WASTE_STATION}): (30.0, 0.5),
    frozenset({LotKind.KINDERGARTEN, LotKind.SHOPS}): (25.0, 0.2),
    frozenset({LotKind.SERVICE, LotKind.WASTE_STATION}): (15.0, 0.15),
}
TOGETHER = {
    frozenset({LotKind.GARDEN, LotKind.SERVICE}): (80.0, 0.6),
    frozenset({LotKind.SHOPS, LotKind.SERVICE}): (150.0, 0.25),
    frozenset({LotKind.KINDERGARTEN, LotKind.GARDEN}): (250.0, 0.2),
}


def lot_cost(wish: Wish, lot: Polygon, cell: int, setting: Setting) -> float:
    """Cost of a lot where it is, in a cell of the setting."""
    fill = lot.area / shapely.oriented_envelope(lot).area
    crooked = GARDEN_CROOKED if wish.kind is LotKind.GARDEN else CROOKED
    cost = EXCESS * (lot.area - wish.land_m2) / 1000.0 + crooked * max(EVEN - fill, 0.0)
    cost += _access_cost(wish, lot, cell, setting)
    away = lot.centroid.distance(setting.middle) / setting.radius_m
    cost += MIDDLE.get(wish.kind, 0.0) * away
    if not setting.keep_outs.is_empty:
        cost += KEPT_OUT * lot.intersection(setting.keep_outs).area / lot.area
    own = SPECIAL.get(wish.kind)
    return cost + (own(lot, setting) if own else 0.0)


def _access_cost(wish: Wish, lot: Polygon, cell: int, setting: Setting) -> float:
    front = setting.frontage(lot, cell)
    short = SHORT_FRONT * max(1.0 - front / wish.frontage_m, 0.0) if wish.frontage_m else 0.0
    if front >= ACCESS_M:
        return short
    if setting.inner_frontage(lot, cell) >= ACCESS_M:
        return short + (GARDEN_BEHIND_GATE if wish.kind is LotKind.GARDEN else BEHIND_GATE)
    return short + NO_ACCESS


def _kindergarten_cost(lot: Polygon, setting: Setting) -> float:
    """South and a little east on the site, with open ground before its south side."""
    west, south, east, north = setting.boundary.bounds
    place = lot.centroid
    cost = SOUTH * (place.y - south) / (north - south) + EAST * (east - place.x) / (east - west)
    before = shapely.difference(affinity.translate(lot, 0.0, -OPEN_M), lot)
    if not setting.arterials.is_empty and setting.quiet_frontage(lot) < ACCESS_M:
        cost += BUSY_GATE
    shaded = sum(before.intersection(cell).area for cell in setting.cells if cell.intersects(before))
    return float(cost + OPEN_SOUTH * shaded / max(before.area, 1.0))


def _edge_cost(lot: Polygon, setting: Setting) -> float:
    return EDGE * min(lot.distance(setting.boundary.exterior) / EDGE_M, 1.0)


SPECIAL: dict[LotKind, Callable[[Polygon, Setting], float]] = {
    LotKind.KINDERGARTEN: _kindergarten_cost,
    LotKind.WASTE_STATION: _edge_cost,
    LotKind.UTILITY: _edge_cost,
}


def pair_cost(first: LotKind, second: LotKind, distance_m: Values) -> Values:
    """Cost of two lots so far from each other; zero for kinds that ignore each other."""
    pair = frozenset({first, second})
    cost = np.zeros_like(distance_m)
    if pair in APART:
        least, weight = APART[pair]
        cost = cost + weight * np.maximum(1.0 - distance_m / least, 0.0)
    if pair in TOGETHER:
        reach, weight = TOGETHER[pair]
        cost = cost + weight * np.minimum(distance_m / reach, 1.0)
    return np.asarray(cost, dtype=np.float64)


def is_pair(first: LotKind, second: LotKind) -> bool:
    """Whether two kinds mind each other."""
    return frozenset({first, second}) in APART or frozenset({first, second}) in TOGETHER


def rest_cost(cell: Polygon, rest: BaseGeometry, inset_m: float) -> float:
    """What slabs lose in a cell besides the land that was taken: ground inside the loop, and pieces nothing fits."""
    return float(rest_costs(cell, np.array([rest], dtype=object), inset_m)[0])


def rest_costs(cell: Polygon, rests: NDArray[np.object_], inset_m: float) -> Values:
    """Cost of each of several rests of a cell."""
    inside = shapely.area(shapely.buffer(rests, -inset_m, join_style="mitre"))
    whole = float(cell.buffer(-inset_m, join_style="mitre").area)
    lost = np.maximum(whole - inside - (cell.area - shapely.area(rests)), 0.0)
    was_large = whole >= SMALL_REST_M2
    small = np.where((inside > 0.0) & was_large, SMALL_REST * np.maximum(1.0 - inside / SMALL_REST_M2, 0.0), 0.0)
    return np.asarray(LOST * lost / 1000.0 + small, dtype=np.float64)
