"""How much a few places can cover at best."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Booleans = NDArray[np.bool_]

MOST_PAIRED = 4000  # places: with more of them the table of all pairs would not fit into memory


def best_share(within: Booleans, weights: Floats, places: int) -> float:
    """Largest share of the doors, by their weights, that some places have within reach.

    Two are chosen together; further ones, and all where the choice is wider than `MOST_PAIRED`, one by one, which may miss
    the very best.

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
    is_paired = places >= 2 and within.shape[1] <= MOST_PAIRED
    if is_paired:
        single = weights @ within
        both = (within * weights[:, None]).T @ within
        first, second = np.unravel_index(int(np.argmax(single[:, None] + single[None, :] - both)), both.shape)
        covered = within[:, first] | within[:, second]
    for _ in range(places - 2 if is_paired else places):
        covered = covered | within[:, int(np.argmax((weights * ~covered) @ within))]
    return float(weights @ covered) / max(float(weights.sum()), 1.0)
