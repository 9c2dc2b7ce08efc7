"""How wide a piece of ground is, as the circle that fits into it."""

import shapely
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.parts import polygons
from layoutgen.geometry.tolerance import GRID_M


def inscribed_width(shape: BaseGeometry) -> float:
    """Diameter of the largest circle inside the widest piece of a shape [m]; 0 where there is no piece.

    A shape eroded by half a width is not empty exactly where this diameter is at least that width.
    """
    return max((_circle_diameter(piece) for piece in polygons(shape)), default=0.0)


def _circle_diameter(piece: Polygon) -> float:
    circle = shapely.maximum_inscribed_circle(piece, tolerance=GRID_M)
    return 2.0 * float(circle.length)
