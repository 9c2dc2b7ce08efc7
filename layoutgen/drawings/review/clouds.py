"""Revision clouds: a ring round a place whose sides are arcs that bulge outwards."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil

import shapely
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from layoutgen.drawings.sheet import Points
from layoutgen.geometry.parts import largest

LEAST_ARCS, MOST_ARCS = 8, 160
HOLLOW = 1.6  # a shape so much smaller than its hull is followed closely


@dataclass(frozen=True, slots=True, kw_only=True)
class Cloud:
    """A cloud, counter-clockwise."""

    points: Points
    bulges: tuple[float, ...]


def ground_of(shape: BaseGeometry, sizes: Mapping[str, float], mm: float) -> Polygon:
    """Ground that the cloud of a shape goes round.

    Parameters
    ----------
    mm
        A millimetre of the printed sheet. [m]
    """
    least = shapely.centroid(shape).buffer(sizes["least_mm"] * mm, cap_style="square")
    hull = shapely.convex_hull(shape)
    close = shape if hull.area > HOLLOW * shape.area > 0.0 else hull
    around = sizes["around_mm"] * mm
    grown = close.buffer(around, join_style="mitre").simplify(around / 4.0)
    return largest(shapely.union(grown, least)) or least


def cloud_round(ground: Polygon, sizes: Mapping[str, float], mm: float) -> Cloud:
    """Cloud along the edge of a piece of ground."""
    ring = shapely.orient_polygons(ground).exterior
    count = min(MOST_ARCS, max(LEAST_ARCS, ceil(ring.length / (sizes["arc_mm"] * mm))))
    places = shapely.line_interpolate_point(ring, [number / count for number in range(count)], normalized=True)
    points = tuple((round(float(x), 3), round(float(y), 3)) for x, y in shapely.get_coordinates(places).tolist())
    return Cloud(points=points, bulges=(sizes["bulge"],) * len(points))
