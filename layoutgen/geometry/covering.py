"""How much a few places can cover at best."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Booleans = NDArray[np.bool_]


def best_share(within: Booleans, weights: Floats, places: int) -> float:
    """Largest share of the doors, by their weights, that some places have within reach.

    Two are chosen together; further ones one by one, which may miss the very best.

    Parameters
    ----------
    within
        A row a door, a column a place: whether the door is within reach of it.
    weights
        Of each door.
    """
    if not within.size:
        return 0.0
    covered = np.zeros(len(within), dtype=np.bool_)
    if places >= 2:
        single = weights @ within
        both = (within * weights[:, None]).T @ within
        first, second = np.unravel_index(int(np.argmax(single[:, None] + single[None, :] - both)), both.shape)
        covered = within[:, first] | within[:, second]
    for _ in range(places - 2 if places >= 2 else places):
        covered = covered | within[:, int(np.argmax((weights * ~covered) @ within))]
    return float(weights @ covered) / max(float(weights.sum()), 1.0)
