"""What two lots cost beside each other: by their distance, and by the sun that a garden leaves a kindergarten."""

import numpy as np
import shapely
from numpy.typing import NDArray

from layoutgen.model.kinds import LotKind
from layoutgen.stages.allocation.open_south import opened_gains
from layoutgen.stages.allocation.wishes import Wish

Values = NDArray[np.float64]
Shapes = NDArray[np.object_]

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


SUNNY = (LotKind.KINDERGARTEN, LotKind.GARDEN)


def pair_costs(first: tuple[Wish, Shapes], second: tuple[Wish, Shapes]) -> Values:
    """Cost of places of two lots beside each other, of one shape when broadcast."""
    (one, mine), (other, others) = first, second
    apart = _apart(mine, others, _heed_m(one.kind, other.kind))
    cost = _distance_costs(one.kind, other.kind, apart)
    if (one.kind, other.kind) == SUNNY:
        return cost - opened_gains(mine, others, apart)
    if (other.kind, one.kind) == SUNNY:
        return cost - opened_gains(others, mine, apart)
    return cost


def _heed_m(first: LotKind, second: LotKind) -> float:
    """Distance beyond which two kinds do not mind how far they are from each other [m]."""
    pair = frozenset({first, second})
    return max(APART.get(pair, (0.0, 0.0))[0], TOGETHER.get(pair, (0.0, 0.0))[0])


def _apart(mine: Shapes, others: Shapes, heed_m: float) -> Values:
    """Distances; those beyond what is heeded may be of the boxes round the lots, which are no farther apart [m]."""
    one, other = shapely.bounds(mine), shapely.bounds(others)
    gaps = np.maximum(np.maximum(one[..., :2] - other[..., 2:], other[..., :2] - one[..., 2:]), 0.0)
    apart = np.hypot(gaps[..., 0], gaps[..., 1])
    is_near = apart < heed_m
    mine, others = np.broadcast_arrays(mine, others)
    apart[is_near] = shapely.distance(mine[is_near], others[is_near])
    return np.asarray(apart, dtype=np.float64)


def _distance_costs(first: LotKind, second: LotKind, distance_m: Values) -> Values:
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
