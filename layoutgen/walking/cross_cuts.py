"""Straight cuts across the ground of some outlines: how long the piece is that holds a point."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.tolerance import TOUCH_EPS_M

Floats = NDArray[np.float64]
Indices = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class CutGround:
    """Outlines with their corners side by side, grown by half a touch so that the grid's hairlines part nothing."""

    tree: shapely.STRtree  # of the outlines as drawn
    corners: Floats  # n x 2, of the grown outlines
    rings: Indices  # the ring of every corner
    firsts: Indices  # the first corner of every outline, and the number of corners

    def touching(self, shape: BaseGeometry) -> list[int]:
        """Places of the outlines that touch a shape."""
        return sorted(self.tree.query(shape, predicate="dwithin", distance=TOUCH_EPS_M / 2.0).tolist())


def cut_ground(outlines: Sequence[BaseGeometry]) -> CutGround:
    """Get outlines ready to be cut."""
    drawn = np.asarray(outlines, dtype=object)
    parts, outline_of = shapely.get_parts(shapely.buffer(drawn, TOUCH_EPS_M / 2.0, join_style="mitre"), return_index=True)
    rings, part_of = shapely.get_rings(parts, return_index=True)
    corners, ring_of = shapely.get_coordinates(rings, return_index=True)
    firsts = np.searchsorted(outline_of[part_of[ring_of]], np.arange(len(drawn) + 1))
    return CutGround(tree=shapely.STRtree(drawn), corners=corners, rings=ring_of, firsts=firsts)


def pieces_across(ground: CutGround, outlines: Sequence[int], points: Floats, tangents: Floats) -> Floats:
    """Length of the piece of a cut that holds a point, for every point [m]; 0 where no ground is near the point.

    Parameters
    ----------
    outlines
        Places of the outlines whose ground counts, together.
    points, tangents
        Where the cuts are, and the unit vectors across which they go.
    """
    cuts, lows, highs = _runs(ground, outlines, points, tangents)
    low, high = np.zeros(len(points)), np.zeros(len(points))
    reach = TOUCH_EPS_M
    while True:
        is_on = (lows <= high[cuts] + reach) & (highs >= low[cuts] - reach)
        wider_low, wider_high = low.copy(), high.copy()
        np.minimum.at(wider_low, cuts[is_on], lows[is_on])
        np.maximum.at(wider_high, cuts[is_on], highs[is_on])
        if np.array_equal(wider_low, low) and np.array_equal(wider_high, high):
            return high - low
        low, high, reach = wider_low, wider_high, 0.0


def _runs(ground: CutGround, outlines: Sequence[int], points: Floats, tangents: Floats) -> tuple[Indices, Floats, Floats]:
    """Runs of each cut inside each outline: the cut's number, where the run begins and ends, from the point to the left [m]."""
    spans = [np.arange(ground.firsts[n], ground.firsts[n + 1]) for n in outlines]
    corners = np.concatenate(spans) if spans else np.empty(0, dtype=np.int64)
    owners = np.repeat(np.arange(len(spans)), [len(span) for span in spans])
    x, y = ground.corners[corners].T
    # sums and products one by one: the same corner, met as an end of two sides, must come out the same
    ahead = x * tangents[:, :1] + y * tangents[:, 1:] - (points * tangents).sum(axis=1)[:, None]
    is_side = np.diff(ground.rings[corners]) == 0
    is_ahead = ahead >= 0.0
    cuts, sides = np.nonzero((is_ahead[:, :-1] != is_ahead[:, 1:]) & is_side)
    start, end = ahead[cuts, sides], ahead[cuts, sides + 1]
    share = start / (start - end)
    at_x = x[sides] + (x[sides + 1] - x[sides]) * share - points[cuts, 0]
    at_y = y[sides] + (y[sides + 1] - y[sides]) * share - points[cuts, 1]
    across = at_y * tangents[cuts, 0] - at_x * tangents[cuts, 1]
    order = np.lexsort((across, owners[sides], cuts))  # a ring is entered and left by turns
    return cuts[order][::2], across[order][::2], across[order][1::2]
