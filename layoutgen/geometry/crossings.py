"""How often lines cross, as far as it matters: overlays of lines that cross thousands of times end neither soon nor small."""

from collections.abc import Sequence

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry
from shapely.strtree import STRtree

FIRST, MOST_AT_ONCE = 4, 1024  # segments that are asked about together, so that a great number of crossings is found soon


def crossings_exceed(shapes: Sequence[BaseGeometry], most: int) -> bool:
    """Whether the lines, taken together, cross each other or themselves more often than so many times."""
    if sum(shapely.get_num_coordinates(shape) for shape in shapes) ** 2 <= most:
        return False
    segments: NDArray[np.object_] = np.asarray(shapely.linestrings(_ends_of_segments(shapes)))
    tree, count, start, at_once = STRtree(segments), 0, 0, FIRST
    while start < len(segments):
        count += tree.query(segments[start : start + at_once], predicate="crosses").shape[1]
        if count > 2 * most:  # each is met from both sides
            return True
        start, at_once = start + at_once, min(MOST_AT_ONCE, 2 * at_once)
    return False


def _ends_of_segments(shapes: Sequence[BaseGeometry]) -> NDArray[np.float64]:
    """Both ends of every segment, [segment, end, x and y]; what is drawn twice stands once."""
    lines = [shapely.get_coordinates(shape) for shape in shapes]
    pairs = np.concatenate([np.stack([line[:-1], line[1:]], axis=1) for line in lines])
    return np.unique(pairs.reshape(-1, 4), axis=0).reshape(-1, 2, 2)
