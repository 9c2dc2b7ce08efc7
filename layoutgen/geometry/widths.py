"""How wide a piece of ground is, as the circle that fits into it."""

import math
from collections.abc import Sequence

import shapely
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.parts import polygons
from layoutgen.geometry.tolerance import GRID_M

ROUGH_SHARE = 0.02  # of the width that a piece has at most: how roughly its circle is found first


def inscribed_width(shape: BaseGeometry) -> float:
    """Diameter of the largest circle inside the widest piece of a shape [m]; 0 where there is no piece.

    A shape eroded by half a width is not empty exactly where this diameter is at least that width.
    """
    pieces = polygons(shape)
    if len(pieces) > 1:
        pieces = _widest_of(pieces)
    return max((_circle_diameter(piece, GRID_M) for piece in pieces), default=0.0)


def _widest_of(pieces: Sequence[Polygon]) -> tuple[Polygon, ...]:
    """Pieces that may be the widest: a circle found roughly, which costs little, rules out the others."""
    widest, rough = 0.0, []
    for most, piece in sorted(((_most(piece), piece) for piece in pieces), key=lambda one: -one[0]):
        if most < widest:  # nor can any piece after it be wider
            break
        slack = most * ROUGH_SHARE
        width = _circle_diameter(piece, slack)
        widest = max(widest, width)
        rough.append((width + 2.0 * slack, piece))
    return tuple(piece for most, piece in rough if most >= widest)


def _most(piece: Polygon) -> float:
    """Diameter that no circle inside a piece exceeds [m]: its box's short side, or that of a circle of its area."""
    x0, y0, x1, y1 = piece.bounds
    return float(min(x1 - x0, y1 - y0, 2.0 * math.sqrt(piece.area / math.pi)))


def _circle_diameter(piece: Polygon, tolerance_m: float) -> float:
    circle = shapely.maximum_inscribed_circle(piece, tolerance=tolerance_m)
    return 2.0 * float(circle.length)
