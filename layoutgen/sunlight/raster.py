"""How much of a piece of ground has the sun for long enough, on a raster of points at ground level."""

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.tolerance import SUN_RASTER_M
from layoutgen.standards.sun_standard import SunStandard
from layoutgen.sunlight.hours import point_minutes
from layoutgen.sunlight.scene import Scene

Numbers = NDArray[np.float64]
PHASES = 4  # places of the points in their cells, each way


def lit_share(ground: BaseGeometry, scene: Scene, sun: SunStandard, latitude_deg: float) -> float | None:
    """Share of the raster's points on some ground that lie outside the standard shadow line; None where no point lies on it."""
    points = _raster(ground)
    if not len(points):
        return None
    minutes = point_minutes(points, np.zeros(len(points)), scene, sun, latitude_deg)
    return float(np.mean(minutes >= sun.minutes))


def _raster(ground: BaseGeometry) -> Numbers:
    """One point of each cell of the raster, those that lie on the ground.

    The points move about in their cells by quarters: a shadow's edge along the rows would pass a whole line of middles at
    once, and a green that is twelve cells deep be read wrong by a twenty-fourth.
    """
    if ground.is_empty:
        return np.empty((0, 2))
    west, south, east, north = ground.bounds
    x, y = _middles(west, east), _middles(south, north)
    rows, columns = np.indices((len(y), len(x)))
    steps = (np.stack([rows, columns], axis=-1) % PHASES - (PHASES - 1) / 2.0) / PHASES
    cell = np.array([east - west, north - south]) / np.array([len(x), len(y)])
    points: Numbers = (np.stack(np.meshgrid(x, y), axis=-1) + steps * cell).reshape(-1, 2)
    return points[shapely.contains_xy(ground, points)]


def _middles(low: float, high: float) -> Numbers:
    """Middles of equal cells, as near to the raster's spacing as makes them fill the length."""
    count = max(round((high - low) / SUN_RASTER_M), 1)
    return low + (np.arange(count) + 0.5) * (high - low) / count
