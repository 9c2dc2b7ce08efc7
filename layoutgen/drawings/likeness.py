"""How much two shapes are the same: shared area over common area; lines and points count by the strip around them."""

from collections.abc import Sequence

import numpy as np
import shapely
from shapely import STRtree
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.tolerance import LABEL_REACH_M, OVERLAP_EPS_M2

SAME = 0.5  # from this likeness on two shapes are one thing
UNEDITED = 0.99


def likeness(one: BaseGeometry, other: BaseGeometry) -> float:
    """Shared area over common area, from 0 (apart) to 1 (the same)."""
    if one == other:
        return 1.0
    first, second = _area_of(one), _area_of(other)
    common = first.union(second).area
    return float(first.intersection(second).area / common) if common > OVERLAP_EPS_M2 else 0.0


def pair_up(shapes: Sequence[BaseGeometry], others: Sequence[BaseGeometry]) -> dict[int, tuple[int, float]]:
    """One other for each shape that is like one, the likest first, each once; with how much they are alike."""
    if not shapes or not others:
        return {}
    near = STRtree(np.asarray(others, dtype=object)).query(
        np.asarray(shapes, dtype=object), predicate="dwithin", distance=LABEL_REACH_M
    )
    alike = [(likeness(shapes[one], others[other]), int(one), int(other)) for one, other in near.T.tolist()]
    paired: dict[int, tuple[int, float]] = {}
    taken: set[int] = set()
    for value, one, other in sorted(alike, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if value >= SAME and one not in paired and other not in taken:
            paired[one] = other, value
            taken.add(other)
    return paired


def _area_of(shape: BaseGeometry) -> BaseGeometry:
    return shape if shape.geom_type == "Polygon" else shapely.buffer(shape, LABEL_REACH_M)
