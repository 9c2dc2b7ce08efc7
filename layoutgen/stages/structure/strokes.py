"""Lines of a street pattern, before they are noded: led over what they end on, their small bends drawn straight."""

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import LineString

Strokes = tuple[LineString, ...]  # the lines of one pattern

OVER_M = 8.0  # lines that end on the smoothed boundary run over the true one
STRAIGHT_M = 7.0  # a street that leaves its chord by less is drawn straight


def led_over(line: LineString, by_m: float) -> LineString:
    """Line drawn out at both ends: noding loses an end that only touches what it ends on."""
    coords = shapely.get_coordinates(line)
    for tip, before in ((0, 1), (-1, -2)):
        step = coords[tip] - coords[before]
        coords[tip] = coords[tip] + step / float(np.hypot(*step)) * by_m
    return LineString(coords)


def straightened(points: NDArray[np.float64], over_m: float) -> LineString:
    """Line through points with as few bends as leave it near them, drawn out at both ends."""
    return led_over(LineString(shapely.simplify(LineString(points), STRAIGHT_M)), over_m)
