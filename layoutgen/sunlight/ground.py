"""The sun on the ground: hours on a raster, for maps of them and lines of equal hours 等日照线."""

from dataclasses import dataclass

import numpy as np
import shapely
from scipy.ndimage import distance_transform_edt
from shapely.geometry import Polygon

from layoutgen.geometry.contours import regions_above
from layoutgen.geometry.tolerance import SUN_MAP_M
from layoutgen.standards.sun_standard import SunStandard
from layoutgen.sunlight.hours import point_minutes
from layoutgen.sunlight.scene import Floats, Scene

MAP_POINTS = 40_000
Bounds = tuple[float, float, float, float]  # west, south, east, north [m]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SunMap:
    """Hours of sun on points of the ground, row by row from the south."""

    corner: tuple[float, float]  # of the first point [m]
    step_m: float
    hours: Floats  # (rows, columns)

    def sunny(self, hours: float) -> tuple[Polygon, ...]:
        """Ground that has at least so many hours, with holes, by straight lines between the points."""
        return regions_above(self.hours, hours, self.corner, self.step_m)


def sun_map(
    scene: Scene, standing: list[Polygon], bounds: Bounds, sun: SunStandard, latitude_deg: float, most: int = MAP_POINTS
) -> SunMap:
    """Hours of sun at ground level, between the hours of the standard's band; short pieces are dropped.

    Parameters
    ----------
    standing
        Footprints: ground below them has the hours of the nearest open ground, so that lines end at the walls.
    most
        Points: the raster is as fine as that allows, and no finer than `SUN_MAP_M`.
    """
    west, south, east, north = bounds
    step_m = max(SUN_MAP_M, float(np.sqrt((east - west) * (north - south) / most)))
    columns = np.arange(west, east + step_m / 2.0, step_m)
    rows = np.arange(south, north + step_m / 2.0, step_m)
    points = np.stack(np.meshgrid(columns, rows), axis=-1).reshape(-1, 2)
    is_open = ~_covered(points, standing)
    hours = np.zeros(len(points))
    open_points = points[is_open]
    hours[is_open] = point_minutes(open_points, np.zeros(len(open_points)), scene, sun, latitude_deg) / 60.0
    field = hours.reshape(len(rows), len(columns))
    return SunMap(corner=(west, south), step_m=step_m, hours=_from_the_open(field, is_open.reshape(field.shape)))


def _covered(points: Floats, standing: list[Polygon]) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    area = shapely.box(*points.min(axis=0), *points.max(axis=0))
    covers = shapely.union_all([shape for shape in standing if shape.intersects(area)])
    shapely.prepare(covers)
    return np.asarray(shapely.intersects_xy(covers, points), dtype=np.bool_)


def _from_the_open(field: Floats, is_open: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]) -> Floats:
    """Field with every covered place as the nearest open one."""
    if is_open.all() or not is_open.any():
        return field
    rows, columns = distance_transform_edt(~is_open, return_distances=False, return_indices=True)
    return np.asarray(field[rows, columns], dtype=np.float64)
