"""Points so near each other that they are one place."""

import numpy as np
import shapely
from numpy.typing import NDArray
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components


def clusters(points: NDArray[np.float64], reach_m: float) -> NDArray[np.int64]:
    """Number of the place of every point (n, 2), in the order of the places' first points.

    Points within the reach [m] of each other are one place, and so are those that others join.
    """
    count = len(points)
    if not count:
        return np.zeros(0, dtype=np.int64)
    drawn = np.asarray(shapely.points(points), dtype=object)
    first, second = shapely.STRtree(drawn).query(drawn, predicate="dwithin", distance=reach_m)
    joined = coo_matrix((np.ones(len(first)), (first, second)), shape=(count, count))
    return np.asarray(connected_components(joined, directed=False)[1], dtype=np.int64)
