"""How wide a piece of ground is, as the circle that fits into it."""

import math

import shapely
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.parts import polygons
from layoutgen.geometry.tolerance import GRID_M


def inscribed_width(shape: BaseGeometry) -> float:
    """Diameter of the largest circle inside the widest piece of a shape [m]; 0 where there is no piece.

    A shape eroded by half a width is not empty exactly where this diameter is at least that width.
    """
    widest = 0.0
    for bound, piece in sorted(((_most(piece), piece) for piece in polygons(shape)), key=lambda one: -one[0]):
        if bound <= widest:  # nor can any piece after it be wider
            break
        widest = max(widest, _circle_diameter(piece))
    return widest


def _most(piece: Polygon) -> float:
    """Diameter that no circle inside a piece exceeds [m]: its box's short side, or that of a circle of its area."""
    x0, y0, x1, y1 = piece.bounds
    return float(min(x1 - x0, y1 - y0, 2.0 * math.sqrt(piece.area / math.pi)))


def _circle_diameter(piece: Polygon) -> float:
    circle = shapely.maximum_inscribed_circle(piece, tolerance=GRID_M)
    return 2.0 * float(circle.length)
