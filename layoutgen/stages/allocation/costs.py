"""What a lot's place costs by itself (conventions 11–15), for many places at once."""

from collections.abc import Callable, Sequence

import numpy as np
import shapely
from numpy.typing import NDArray

from layoutgen.model.kinds import LotKind
from layoutgen.stages.allocation.setting import Setting
from layoutgen.stages.allocation.wishes import Wish

Values = NDArray[np.float64]
Shapes = NDArray[np.object_]
Numbers = NDArray[np.intp]

CROOKED, GARDEN_CROOKED = 4.0, 1.0  # per share of its box that a lot does not fill, beyond what is even
EVEN = 0.95
EXCESS = 0.4  # per 1 000 m2 of land beyond the need
ACCESS_M = 12.0  # a lot's least border on a road
NO_ACCESS, BEHIND_GATE = 8.0, 0.8
GARDEN_BEHIND_GATE = 6.0
SHORT_FRONT = 0.8  # of shops, by the share of their front that is missing
SOUTH, EAST, OPEN_SOUTH, OPEN_M = 0.4, 0.15, 0.8, 40.0  # of the kindergarten: before it no high-rise throws its shade
TWIN = 0.5  # share of these and of the edge that counts for one of two kindergartens, which are sited by whom they reach
BUSY_GATE = 3.0  # of a kindergarten that touches no public road but arterials
MIDDLE = {LotKind.GARDEN: 0.5, LotKind.SERVICE: 0.2, LotKind.SHOPS: 0.1}
REACH = {  # straight reach, and what it costs when all homes lie beyond
    LotKind.KINDERGARTEN: (300.0, 1.0),
    LotKind.GARDEN: (300.0, 0.4),
    LotKind.SERVICE: (500.0, 0.4),
    LotKind.SHOPS: (500.0, 0.3),
}
REACH_BLUR = 0.3  # share of the reach over which a home passes from near to far: ways bend
EDGE, EDGE_M = 0.3, 60.0  # away from the site's edge
KEPT_OUT = 6.0  # by the share of a lot on ground that is kept out


def lot_costs(wish: Wish, lots: Shapes, knives: Shapes, cells: Numbers, setting: Setting) -> Values:
    """Cost of each of several places of a lot, cut by its knife from its cell."""
    area = shapely.area(lots)
    cost = EXCESS * (area - wish.land_m2) / 1000.0 + _access_costs(wish, knives, cells, setting)
    cost = cost + place_costs(wish, middles_of(lots), setting)
    if not setting.keep_outs.is_empty:
        cost = cost + KEPT_OUT * shapely.area(shapely.intersection(lots, setting.keep_outs)) / area
    own = SPECIAL.get(wish.kind)
    share = TWIN if wish.is_twin else 1.0
    return np.asarray(cost + share * own(lots, knives, cells, setting) if own else cost, dtype=np.float64)


def place_costs(wish: Wish, middles: Values, setting: Setting) -> Values:
    """Cost of a lot by nothing but where its middle is."""
    cost = np.zeros(len(middles))
    if wish.kind in MIDDLE:
        away = np.hypot(middles[:, 0] - setting.middle.x, middles[:, 1] - setting.middle.y)
        cost = cost + MIDDLE[wish.kind] * away / setting.radius_m
    if wish.kind in REACH and not wish.is_twin:
        cost = cost + reach_costs(wish.kind, home_distances(middles, setting))
    if wish.kind is LotKind.KINDERGARTEN:
        west, south, east, north = setting.boundary.bounds
        aside = SOUTH * (middles[:, 1] - south) / (north - south) + EAST * (east - middles[:, 0]) / (east - west)
        cost = cost + (TWIN if wish.is_twin else 1.0) * aside
    return cost


def rough_costs(group: Sequence[Wish], middles: Values, souths: Values, setting: Setting) -> Values:
    """What the places of pieces cost before their lots are cut: where their middle is, and what lies south of a kindergarten.

    Parameters
    ----------
    souths
        Distance from the middle to the southernmost ground. [m]
    """
    cost = np.zeros(len(middles))
    for wish in group:
        cost = cost + place_costs(wish, middles, setting)
        if wish.kind is LotKind.KINDERGARTEN:
            away = souths[:, None] + OPEN_M * np.array([0.2, 0.5, 0.8])
            points = shapely.points(np.broadcast_to(middles[:, :1], away.shape), middles[:, 1:] - away)
            shaded = shapely.contains(shapely.MultiPolygon(list(setting.cells)), points).mean(axis=1)
            cost = cost + OPEN_SOUTH * (TWIN if wish.is_twin else 1.0) * shaded
    return cost


def crooked_costs(group: Sequence[Wish], fill: Values) -> Values:
    """Cost of lots that do not fill their box; a row a piece, a column a wish."""
    weights = np.array([GARDEN_CROOKED if wish.kind is LotKind.GARDEN else CROOKED for wish in group])
    return np.asarray((weights * np.maximum(EVEN - fill, 0.0)).sum(axis=1), dtype=np.float64)


def middles_of(lots: Shapes) -> Values:
    """Middles of lots, a row each."""
    return np.asarray(shapely.get_coordinates(shapely.centroid(lots)), dtype=np.float64)


def home_distances(middles: Values, setting: Setting) -> Values:
    """Distance of each home from the middle of each lot [m], a row a lot."""
    return np.asarray(np.hypot(*(middles[:, None, :] - setting.homes[None, :, :]).transpose(2, 0, 1)), dtype=np.float64)


def reach_costs(kind: LotKind, distances: Values) -> Values:
    """Cost of the homes beyond reach; distances in the last axis."""
    reach, weight = REACH[kind]
    blur = REACH_BLUR * reach
    far = np.clip((distances - reach + blur) / blur, 0.0, 1.0)
    return np.asarray(weight * far.mean(axis=-1), dtype=np.float64)


def _lengths(fronts: Shapes, knives: Shapes, cells: Numbers) -> Values:
    return np.asarray(shapely.length(shapely.intersection(fronts[cells], knives)), dtype=np.float64)


def _access_costs(wish: Wish, knives: Shapes, cells: Numbers, setting: Setting) -> Values:
    front = _lengths(setting.fronts, knives, cells)
    inner = _lengths(setting.inner_fronts, knives, cells)
    behind = GARDEN_BEHIND_GATE if wish.kind is LotKind.GARDEN else BEHIND_GATE
    cost = np.where(front >= ACCESS_M, 0.0, np.where(inner >= ACCESS_M, behind, NO_ACCESS))
    if wish.frontage_m:
        cost = cost + SHORT_FRONT * np.maximum(1.0 - front / wish.frontage_m, 0.0)
    return cost


def _kindergarten_costs(lots: Shapes, knives: Shapes, cells: Numbers, setting: Setting) -> Values:
    """At the edge, on a quiet road, with open ground before its south side."""
    cost = _edge_costs(lots, knives, cells, setting)
    if not setting.arterials.is_empty:
        cost = cost + BUSY_GATE * (_lengths(setting.quiet_fronts, knives, cells) < ACCESS_M)
    before = shapely.difference(shapely.transform(lots, lambda xy: xy - np.array([0.0, OPEN_M])), lots)
    shaded = shapely.area(shapely.intersection(before, shapely.MultiPolygon(list(setting.cells))))
    return np.asarray(cost + OPEN_SOUTH * shaded / np.maximum(shapely.area(before), 1.0), dtype=np.float64)


def _edge_costs(lots: Shapes, knives: Shapes, cells: Numbers, setting: Setting) -> Values:
    away = shapely.distance(lots, setting.boundary.exterior)
    return np.asarray(EDGE * np.minimum(away / EDGE_M, 1.0), dtype=np.float64)


SPECIAL: dict[LotKind, Callable[[Shapes, Shapes, Numbers, Setting], Values]] = {
    LotKind.KINDERGARTEN: _kindergarten_costs,
    LotKind.WASTE_STATION: _edge_costs,
    LotKind.UTILITY: _edge_costs,
}
