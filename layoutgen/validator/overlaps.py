"""Outlines that share ground: found by a tree, with the slivers of the drawing's grid left out."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry import Polygon

from layoutgen.geometry.tolerance import LENGTH_EPS_M, OVERLAP_EPS_M2


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """Two outlines, by their places in the sequences given, and the ground they share."""

    first: int
    second: int
    area_m2: float


def overlaps_within(outlines: Sequence[Polygon]) -> tuple[Overlap, ...]:
    """Pairs of one sequence that share ground, each pair once."""
    if not outlines:
        return ()
    pairs = shapely.STRtree(outlines).query(outlines, predicate="intersects")
    return _shared(outlines, outlines, pairs[:, pairs[0] < pairs[1]])


def overlaps_between(firsts: Sequence[Polygon], seconds: Sequence[Polygon]) -> tuple[Overlap, ...]:
    """Pairs of two sequences that share ground."""
    if not firsts or not seconds:
        return ()
    return _shared(firsts, seconds, shapely.STRtree(seconds).query(firsts, predicate="intersects"))


def _shared(firsts: Sequence[Polygon], seconds: Sequence[Polygon], pairs: np.typing.NDArray[np.intp]) -> tuple[Overlap, ...]:
    if not pairs.size:
        return ()
    left = np.asarray(firsts, dtype=object)[pairs[0]]
    right = np.asarray(seconds, dtype=object)[pairs[1]]
    touching = shapely.touches(left, right)
    left, right, pairs = left[~touching], right[~touching], pairs[:, ~touching]
    common = shapely.intersection(left, right)
    wide = shapely.area(shapely.buffer(common, -LENGTH_EPS_M)) > 0.0
    areas = np.where(wide, shapely.area(common), 0.0)
    found = [
        Overlap(first=int(i), second=int(j), area_m2=float(area))
        for i, j, area in zip(pairs[0], pairs[1], areas, strict=True)
        if area > OVERLAP_EPS_M2
    ]
    return tuple(sorted(found, key=lambda pair: (pair.first, pair.second)))
