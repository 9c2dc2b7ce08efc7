"""Boundary points 界址点 as CSV or TXT: the surveyor's X is north, Y is east (F-48)."""

import re
from dataclasses import dataclass
from pathlib import Path

from layoutgen.errors import InputError
from layoutgen.inputs.features import Feature, Ring, survey_features
from layoutgen.inputs.survey import Survey
from layoutgen.inputs.user_file import decode

SPLIT = re.compile(r"[,，;；\t]\s*|\s+")
NORTH = ("x", "北", "纵坐标", "纬度", "lat", "latitude", "northing", "n", "north")
EAST = ("y", "东", "横坐标", "经度", "lon", "lng", "longitude", "easting", "e", "east")
DEGREES = ("纬度", "lat", "latitude", "经度", "lon", "lng", "longitude")
PLOT_END = "@"  # last word of the line that opens a plot in the land administration's exchange text
PLOT_COLUMNS = 4  # point, ring, X, Y of that text


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Which column holds what, counted from the row's end where no header says."""

    north: int = -2
    east: int = -1
    is_degrees: bool = False


def read_points_site(path: Path, data: bytes, crs: str | None, unit: str | None) -> Survey:
    """Survey of a list of boundary points, one a line; the list closes itself.

    Raises
    ------
    InputError
        If the lines hold no list of points, or more than one plot.
    """
    file = str(path)
    rows = [SPLIT.split(line.strip()) for line in decode(data, file).splitlines() if line.strip()]
    rows = [[word for word in row if word] for row in rows]
    if sum(row[-1] == PLOT_END for row in rows if row) > 1:
        raise InputError(file, "boundary", "several plots", "the boundary points of one plot")
    columns = next((found for row in rows if (found := _header(row)) is not None), Columns())
    rings = _rings(rows, columns, file)
    if columns.is_degrees and crs is None:
        crs = "EPSG:4326"
    return survey_features((Feature(form="area", rings=rings),), file=file, crs=crs, unit=unit)


def _header(row: list[str]) -> Columns | None:
    names = [re.sub(r"[(（\[].*", "", word).strip().casefold() for word in row]
    north = [i for i, name in enumerate(names) if name in NORTH or name.startswith(("x坐标", "纵坐标", "北坐标"))]
    east = [i for i, name in enumerate(names) if name in EAST or name.startswith(("y坐标", "横坐标", "东坐标"))]
    if not north or not east:
        return None
    return Columns(north=north[0], east=east[0], is_degrees=any(name in DEGREES for name in names))


def _rings(rows: list[list[str]], columns: Columns, file: str) -> tuple[Ring, ...]:
    by_ring: dict[str, list[tuple[float, float]]] = {}
    for row in rows:
        point = _point(row, columns)
        if point is not None:
            is_plot = len(row) == PLOT_COLUMNS and columns == Columns() and row[1].isdecimal()
            by_ring.setdefault(row[1] if is_plot else "", []).append(point)
    if not by_ring:
        raise InputError(file, "", "no boundary points", "a point a line: number, X (north), Y (east)")
    for points in by_ring.values():
        if len(points) < 3:
            raise InputError(file, "boundary", f"{len(points)} points", "at least 3 boundary points")
        if points[0] != points[-1]:
            points.append(points[0])
    return tuple(tuple(points) for points in by_ring.values())


def _point(row: list[str], columns: Columns) -> tuple[float, float] | None:
    try:
        return float(row[columns.east]), float(row[columns.north])
    except (IndexError, ValueError):
        return None
