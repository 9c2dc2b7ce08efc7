"""How wide a way is where it is narrowest, across its centre line."""

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.tolerance import TOUCH_EPS_M, WIDTH_SAMPLE_M
from layoutgen.model.plan import Way
from layoutgen.walking.cross_cuts import CutGround, pieces_across


def least_width(way: Way, ground: CutGround) -> float | None:
    """Least width of a way [m], measured across its centre; None where its centre is not in its outline.

    Other ways of the ground that meet it widen it: what a person can walk on counts, whoever's outline it is.
    """
    inside = shapely.intersection(way.centre, way.outline)
    if inside.is_empty:
        return None
    points, tangents = _stations(way, inside)
    if not len(points):
        return None
    widths = pieces_across(ground, ground.touching(way.outline), points, tangents)
    return max(float(widths.min()) - TOUCH_EPS_M, 0.0)


def _stations(way: Way, inside: BaseGeometry) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Points along the part of the centre inside the outline, off its ends and corners, with the directions there."""
    ends = shapely.line_locate_point(way.centre, shapely.points(shapely.get_coordinates(inside)))
    first, total = float(ends.min()), float(ends.max() - ends.min())
    # an end may be cut aslant, at the boundary for one: there the way is not narrow
    skip = min(way.outline.area / max(float(inside.length), TOUCH_EPS_M), total / 3.0)
    count = max(int((total - 2.0 * skip) / WIDTH_SAMPLE_M), 1)
    along = first + skip + (np.arange(count) + 0.5) * (total - 2.0 * skip) / count
    step = max(min(total / count / 4.0, WIDTH_SAMPLE_M / 4.0), TOUCH_EPS_M)
    here = shapely.get_coordinates(shapely.line_interpolate_point(way.centre, along))
    before = shapely.get_coordinates(shapely.line_interpolate_point(way.centre, along - step))
    after = shapely.get_coordinates(shapely.line_interpolate_point(way.centre, along + step))
    run = after - before
    size = np.hypot(run[:, 0], run[:, 1])
    is_straight = size > 2.0 * step * (1.0 - TOUCH_EPS_M)
    is_inside = shapely.dwithin(shapely.points(here), way.outline, TOUCH_EPS_M)
    kept = is_straight & is_inside
    return here[kept], run[kept] / size[kept][:, None]
