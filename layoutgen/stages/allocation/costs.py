"""What a lot's place costs by itself (conventions 11–15), for many places at once."""

from collections.abc import Sequence

import numpy as np
import shapely
from numpy.typing import NDArray

from layoutgen.model.kinds import LotKind
from layoutgen.stages.allocation.open_south import built_costs, looked_costs
from layoutgen.stages.allocation.reach import REACH, home_distances, reach_costs
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
SOUTH, EAST = 0.2, 0.1  # of the kindergarten
TWIN = 0.5  # share of these and of the edge that counts for one of two kindergartens, which are sited by whom they reach
BUSY_GATE = 3.0  # of a kindergarten that touches no public road but arterials
MIDDLE = {LotKind.GARDEN: 0.5, LotKind.SERVICE: 0.2, LotKind.SHOPS: 0.1}
EDGE = {LotKind.KINDERGARTEN: 0.1, LotKind.WASTE_STATION: 0.3, LotKind.UTILITY: 0.3}  # so far from the site's edge, or more
EDGE_M = 60.0
KEPT_OUT = 6.0  # by the share of a lot on ground that is kept out


def lot_costs(wish: Wish, lots: Shapes, knives: Shapes, cells: Numbers, setting: Setting) -> Values:
    """Cost of each of several places of a lot, cut by its knife from its cell."""
    area = shapely.area(lots)
    cost = EXCESS * (area - wish.land_m2) / 1000.0 + _access_costs(wish, knives, cells, setting)
    cost = cost + place_costs(wish, middles_of(lots), setting)
    if not setting.keep_outs.is_empty:
        cost = cost + KEPT_OUT * shapely.area(shapely.intersection(lots, setting.keep_outs)) / area
    if wish.kind in EDGE:
        cost = cost + _edge_costs(wish, lots, setting)
    if wish.kind is LotKind.KINDERGARTEN:
        cost = cost + built_costs(lots, setting.cells) + _busy_costs(knives, cells, setting)
    return np.asarray(cost, dtype=np.float64)


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
            cost = cost + looked_costs(middles, souths, setting.cells)
    return cost


def crooked_costs(group: Sequence[Wish], fill: Values) -> Values:
    """Cost of lots that do not fill their box; a row a piece, a column a wish."""
    weights = np.array([GARDEN_CROOKED if wish.kind is LotKind.GARDEN else CROOKED for wish in group])
    return np.asarray((weights * np.maximum(EVEN - fill, 0.0)).sum(axis=1), dtype=np.float64)


def middles_of(lots: Shapes) -> Values:
    """Middles of lots, a row each."""
    return np.asarray(shapely.get_coordinates(shapely.centroid(lots)), dtype=np.float64)


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


def _busy_costs(knives: Shapes, cells: Numbers, setting: Setting) -> Values:
    """Cost of a kindergarten without a quiet road for its gate."""
    if setting.arterials.is_empty:
        return np.zeros(len(knives))
    return np.asarray(BUSY_GATE * (_lengths(setting.quiet_fronts, knives, cells) < ACCESS_M), dtype=np.float64)


def _edge_costs(wish: Wish, lots: Shapes, setting: Setting) -> Values:
    """Cost of lots away from the site's edge."""
    away = shapely.distance(lots, setting.boundary.exterior)
    weight = EDGE[wish.kind] * (TWIN if wish.is_twin else 1.0)
    return np.asarray(weight * np.minimum(away / EDGE_M, 1.0), dtype=np.float64)
