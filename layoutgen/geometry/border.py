"""The ring of an outline cut into runs, each along one of the things that border it."""

from collections.abc import Sequence

import numpy as np
import shapely
from shapely.geometry import LineString, Polygon
from shapely.geometry.base import BaseGeometry


def border_runs(outline: Polygon, borders: Sequence[BaseGeometry]) -> tuple[tuple[int, LineString], ...]:
    """Runs of an outline, counter-clockwise, each with the place of its border in the sequence.

    A side belongs to the border to which its ends and its middle are nearest; sides of one border that follow each other
    are one run.
    """
    ring = shapely.get_coordinates(shapely.orient_polygons(outline).exterior)
    places = shapely.points(np.stack([ring[:-1], (ring[:-1] + ring[1:]) / 2.0, ring[1:]]))
    gaps = np.stack([shapely.distance(places, border).max(axis=0) for border in borders])
    owners = np.argmin(np.round(gaps, 3), axis=0)
    starts = [int(n) for n in np.flatnonzero(owners != np.roll(owners, 1))] or [0]
    ends = [*starts[1:], starts[0] + len(owners)]
    corners = np.vstack([ring[:-1], ring[:-1], ring[:1]])
    return tuple((int(owners[a]), LineString(corners[a : b + 1])) for a, b in zip(starts, ends, strict=True))
