"""The ground before a kindergarten: homes on it take its sun, a garden, a street or the city beyond leave it."""

from collections.abc import Sequence

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import Polygon

Values = NDArray[np.float64]
Shapes = NDArray[np.object_]

OPEN_M = 40.0  # before a lot
OPEN_SOUTH = 0.8  # cost where all of that is built on
LOOKS = (0.2, 0.5, 0.8)  # places in that depth which a piece without lots is asked at


def before(lots: Shapes) -> Shapes:
    """The ground before each lot."""
    return np.asarray(shapely.difference(shapely.transform(lots, lambda xy: xy - np.array([0.0, OPEN_M])), lots), dtype=object)


def built_costs(lots: Shapes, cells: Sequence[Polygon]) -> Values:
    """Cost of what may be built before each lot."""
    return OPEN_SOUTH * _shares(before(lots), np.array(shapely.MultiPolygon(list(cells)), dtype=object))


def looked_costs(middles: Values, souths: Values, cells: Sequence[Polygon]) -> Values:
    """The same by a look along the middle, before lots are cut.

    Parameters
    ----------
    souths
        Distance from the middle to the southernmost ground. [m]
    """
    away = souths[:, None] + OPEN_M * np.array(LOOKS)
    points = shapely.points(np.broadcast_to(middles[:, :1], away.shape), middles[:, 1:] - away)
    return np.asarray(OPEN_SOUTH * shapely.contains(shapely.MultiPolygon(list(cells)), points).mean(axis=1), dtype=np.float64)


def opened_gains(lots: Shapes, gardens: Shapes, apart: Values) -> Values:
    """What each garden gives back of the cost of each lot that it lies before.

    Parameters
    ----------
    lots, gardens, apart
        Of one shape when broadcast; ``apart`` is the distance between them. [m]
    """
    lots, gardens = np.broadcast_arrays(lots, gardens)
    gains = np.zeros(apart.shape)
    is_near = (apart < OPEN_M) & (_souths(gardens) < _souths(lots))
    gains[is_near] = OPEN_SOUTH * _shares(before(lots[is_near]), gardens[is_near])
    return gains


def _souths(lots: Shapes) -> Values:
    return np.asarray(shapely.bounds(lots)[..., 1], dtype=np.float64)


def _shares(grounds: Shapes, taken: Shapes) -> Values:
    share = shapely.area(shapely.intersection(grounds, taken)) / np.maximum(shapely.area(grounds), 1.0)
    return np.asarray(share, dtype=np.float64)
