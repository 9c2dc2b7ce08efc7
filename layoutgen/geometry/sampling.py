"""Places that stand for an area: a square lattice inside it."""

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry


def even_points(shape: BaseGeometry, count: int) -> NDArray[np.float64]:
    """About so many points inside a shape, each for an equal share of it; (n, 2) [m]."""
    step = float(np.sqrt(max(shape.area, 1.0) / count))
    west, south, east, north = shape.bounds
    x, y = np.meshgrid(np.arange(west + step / 2.0, east, step), np.arange(south + step / 2.0, north, step))
    points = np.column_stack([x.ravel(), y.ravel()])
    return np.asarray(points[shapely.contains_xy(shape, points)], dtype=np.float64)


def across(azimuth_deg: float) -> NDArray[np.float64]:
    """Turn of points, by ``points @ turn``, into a frame whose first axis runs in a direction and whose second across it."""
    angle = np.radians(azimuth_deg)
    return np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
