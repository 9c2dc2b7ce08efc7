"""Coordinates of the Earth become metres of a local Gauss–Krüger zone."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry.base import BaseGeometry

from layoutgen.errors import InputError
from layoutgen.inputs.units import HECTARE_M2, area_range
from layoutgen.sentence import Sentence, harmless

if TYPE_CHECKING:
    import pyproj

ZONE_DEG = 3.0  # width of a Gauss–Krüger zone of large-scale surveys
FALSE_EASTING_M = 500_000.0
STRETCH_MOST = 0.005  # a projection that makes the site longer or shorter by more is no survey's
NAME_MOST = 40  # a coordinate system that is told by more letters goes by its name
PLAIN = ("none", "local", "metres", "meters", "m")

Project = Callable[[npt.NDArray[np.float64]], npt.NDArray[np.float64]]


def choose_projection(outline: BaseGeometry, crs: str | None, file: str) -> tuple[Project | None, tuple[Sentence, ...]]:
    """Turn the file's coordinates into metres: None where they are metres already; and what was decided.

    Parameters
    ----------
    outline
        What is most likely the boundary, as the file gives it.
    crs
        Coordinate system by the user or the file; "none" = plain metres.

    Raises
    ------
    InputError
        If the coordinate system is unknown, or the coordinates do not lie in it.
    """
    if crs is not None and crs.strip().casefold() in PLAIN:
        return None, ()
    if crs is not None:
        return _named(outline, crs, file)
    if not _is_degree_like(outline):
        _refuse_latitude_first(outline, file)
        return None, ()
    project, meridian = _gauss_krueger(outline, "EPSG:4326", file)
    area_ha = _area_m2(outline, project) / HECTARE_M2
    allowed = area_range()
    if not allowed.low <= area_ha <= allowed.high:
        return None, ()
    said = Sentence(
        en=f"coordinates look like degrees: taken as WGS 84, projected to Gauss–Krüger, central meridian {meridian:g}°",
        zh=f"坐标形似经纬度：按 WGS 84 处理，投影为高斯-克吕格，中央经线 {meridian:g}°",
    )
    return project, (said,)


def _named(outline: BaseGeometry, crs: str, file: str) -> tuple[Project | None, tuple[Sentence, ...]]:
    import pyproj  # where it is needed: plain metres, the common case, start without it

    try:
        return _by_name(outline, crs, file)
    except pyproj.exceptions.ProjError:  # unknown, or damaged so that nothing can be computed in it
        expected = "a coordinate system such as EPSG:4326 or EPSG:4547, or none"
        raise InputError(file, "crs", harmless(crs), expected) from None


def _by_name(outline: BaseGeometry, crs: str, file: str) -> tuple[Project | None, tuple[Sentence, ...]]:
    import pyproj

    system = pyproj.CRS.from_user_input(crs)
    if system.is_geographic:
        project, meridian = _gauss_krueger(outline, crs, file)
        name = crs if len(crs) <= NAME_MOST else str(system.name)
        en = f"{name}: projected to Gauss–Krüger, central meridian {meridian:g}°"
        return project, (Sentence(en=en, zh=f"{name}：投影为高斯-克吕格，中央经线 {meridian:g}°"),)
    if not system.is_projected:
        raise InputError(file, "crs", crs, "a geographic or projected coordinate system")
    stretched = _stretch(system, outline, file)
    if abs(stretched - 1.0) > STRETCH_MOST:
        return _anew(system, outline, stretched)
    factor = float(system.axis_info[0].unit_conversion_factor)
    if factor == 1.0:
        return None, ()
    en = f"{crs}: its unit is {factor:g} m, coordinates turned into metres"
    return (lambda points: points * factor), (Sentence(en=en, zh=f"{crs}：单位为 {factor:g} m，坐标已换算为米"),)


def _stretch(system: pyproj.CRS, outline: BaseGeometry, file: str) -> float:
    """How much longer a length is in a projection than on the ground, at the site."""
    import pyproj

    middle = outline.centroid
    to_degrees = pyproj.Transformer.from_crs(system, system.geodetic_crs, always_xy=True)
    lon, lat = to_degrees.transform(middle.x, middle.y)
    if not (abs(lon) <= 180.0 and abs(lat) <= 90.0):
        raise InputError(file, "coordinates", f"({middle.x:g}, {middle.y:g})", f"coordinates of {system.name}")
    return float(pyproj.Proj(system).get_factors(lon, lat).meridional_scale)


def _anew(system: pyproj.CRS, outline: BaseGeometry, stretched: float) -> tuple[Project, tuple[Sentence, ...]]:
    """Project coordinates of a projection for maps anew, as true lengths."""
    import pyproj

    to_degrees = pyproj.Transformer.from_crs(system, system.geodetic_crs, always_xy=True)
    lon, _ = to_degrees.transform(outline.centroid.x, outline.centroid.y)
    meridian = round(lon / ZONE_DEG) * ZONE_DEG
    transformer = pyproj.Transformer.from_crs(system, _local(meridian), always_xy=True)

    def project(points: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        return np.column_stack(transformer.transform(points[:, 0], points[:, 1]))

    name = system.name
    en = f"{name} stretches lengths by {stretched:.3f}: projected to Gauss–Krüger, central meridian {meridian:g}°"
    zh = f"{name} 长度变形为 {stretched:.3f}：改投影为高斯-克吕格，中央经线 {meridian:g}°"
    return project, (Sentence(en=en, zh=zh),)


def _local(meridian: float) -> pyproj.CRS:
    import pyproj

    return pyproj.CRS.from_proj4(
        f"+proj=tmerc +lat_0=0 +lon_0={meridian} +k=1 +x_0={FALSE_EASTING_M} +y_0=0 +ellps=GRS80 +units=m +type=crs"
    )


def _gauss_krueger(outline: BaseGeometry, crs: str, file: str) -> tuple[Project, float]:
    import pyproj

    x0, y0, x1, y1 = outline.bounds
    if not (-180.0 <= x0 <= x1 <= 180.0 and -90.0 <= y0 <= y1 <= 90.0):
        raise InputError(file, "coordinates", f"({x0:g}, {y0:g})", f"degrees, longitude first, as {crs} has them")
    meridian = round((x0 + x1) / 2.0 / ZONE_DEG) * ZONE_DEG
    transformer = pyproj.Transformer.from_crs(crs, _local(meridian), always_xy=True)

    def project(points: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        x, y = transformer.transform(points[:, 0], points[:, 1])
        return np.column_stack([x, y])

    return project, meridian


def _is_degree_like(outline: BaseGeometry) -> bool:
    x0, y0, x1, y1 = outline.bounds
    return bool(-180.0 <= x0 <= x1 <= 180.0 and -90.0 <= y0 <= y1 <= 90.0)


def _refuse_latitude_first(outline: BaseGeometry, file: str) -> None:
    turned = shapely.transform(shapely.force_2d(outline), lambda points: points[:, ::-1])
    if not _is_degree_like(turned):
        return
    project, _ = _gauss_krueger(turned, "EPSG:4326", file)
    allowed = area_range()
    if allowed.low <= _area_m2(turned, project) / HECTARE_M2 <= allowed.high:
        x, y = turned.centroid.y, turned.centroid.x
        raise InputError(
            file, "coordinates", f"({x:.4f}, {y:.4f})", "degrees with the longitude first; these have the latitude first"
        )


def _area_m2(outline: BaseGeometry, project: Project) -> float:
    return float(shapely.transform(shapely.force_2d(outline), project).convex_hull.area)
