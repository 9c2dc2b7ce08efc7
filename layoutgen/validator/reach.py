"""How far one outline reaches beyond another."""

from collections.abc import Sequence

import numpy as np
import shapely
from shapely.geometry import Polygon

from layoutgen.geometry.tolerance import GRID_M


def reach_beyond(outlines: Sequence[Polygon], land: Polygon) -> tuple[float, ...]:
    """Farthest distance of each outline's points from the land [m]; 0 where it lies inside."""
    shapes = np.asarray(outlines, dtype=object)
    reach = np.zeros(len(outlines))
    grown = land.buffer(GRID_M)
    shapely.prepare(grown)
    beyond = np.flatnonzero(~shapely.covers(grown, shapes))
    for i in beyond:
        points = shapely.points(shapely.get_coordinates(shapely.difference(shapes[i], land)))
        reach[i] = float(shapely.distance(points, land).max(initial=0.0))
    return tuple(float(value) for value in reach)
