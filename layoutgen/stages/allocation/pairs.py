"""What two lots cost beside each other, by their distance."""

import numpy as np
from numpy.typing import NDArray

from layoutgen.model.kinds import LotKind

Values = NDArray[np.float64]

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
