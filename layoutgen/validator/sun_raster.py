"""How much of a piece of ground has the sun for long enough, on a raster of points at ground level."""

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.tolerance import SUN_RASTER_M
from layoutgen.standards.sun_standard import SunStandard
from layoutgen.sunlight.hours import point_minutes
from layoutgen.sunlight.scene import Scene


def lit_share(ground: BaseGeometry, scene: Scene, sun: SunStandard, latitude_deg: float) -> float | None:
    """Share of the raster's points on some ground that lie outside the standard shadow line; None where no point lies on it."""
    points = _raster(ground)
    if not len(points):
        return None
    minutes = point_minutes(points, np.zeros(len(points)), scene, sun, latitude_deg)
    return float(np.mean(minutes >= sun.minutes))


def _raster(ground: BaseGeometry) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """Middles of the raster's cells that lie on the ground."""
    if ground.is_empty:
        return np.empty((0, 2))
    x0, y0, x1, y1 = ground.bounds
    xs = np.arange(x0 + SUN_RASTER_M / 2.0, x1, SUN_RASTER_M)
    ys = np.arange(y0 + SUN_RASTER_M / 2.0, y1, SUN_RASTER_M)
    points = np.stack(np.meshgrid(xs, ys), axis=-1).reshape(-1, 2)
    return points[shapely.contains_xy(ground, points)]
