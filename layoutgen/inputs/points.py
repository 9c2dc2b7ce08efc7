"""Boundary points 界址点 as CSV or TXT: the surveyor's X is north, Y is east (F-48)."""

import re
from dataclasses import dataclass, replace
from pathlib import Path

from layoutgen.errors import InputError
from layoutgen.inputs.feature_things import Feature, Ring
from layoutgen.inputs.features import Frame, survey_features
from layoutgen.inputs.survey import Survey
from layoutgen.inputs.user_file import decode
from layoutgen.sentence import Sentence

SPLIT = re.compile(r"[,，;；\t]\s*|\s+")
NORTH = ("x", "北", "纵坐标", "纬度", "lat", "latitude", "northing", "n", "north")
EAST = ("y", "东", "横坐标", "经度", "lon", "lng", "longitude", "easting", "e", "east")
DEGREES = ("纬度", "lat", "latitude", "经度", "lon", "lng", "longitude")
PLOT_END = "@"  # last word of the line that opens a plot in the land administration's exchange text
PLOT_COLUMNS = 4  # point, ring, X, Y of that text
NORTHINGS = (1_500_000.0, 6_000_000.0)  # of China [m]
EASTINGS = (100_000.0, 900_000.0)  # in a zone [m]
ZONE = 1_000_000.0  # the zone's number stands before the easting's six digits
RINGS_MOST = 999  # a plot has no more rings; a larger whole number is a coordinate
FEWEST = 3  # points of an outline

Rings = dict[str, list[tuple[float, float]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Which column a header gives to which coordinate."""

    north: int
    east: int
    is_degrees: bool


def read_points_site(path: Path, data: bytes, frame: Frame) -> Survey:
    """Survey of a list of boundary points, one a line; the list closes itself.

    Raises
    ------
    InputError
        If the lines hold no list of points, or more than one plot.
    """
    file = str(path)
    rows = [[word for word in SPLIT.split(line.strip()) if word] for line in decode(data, file).splitlines() if line.strip()]
    if sum(row[-1] == PLOT_END for row in rows if row) > 1:
        raise InputError(file, "boundary", "several plots", "the boundary points of one plot")
    columns = next((found for row in rows if (found := _header(row)) is not None), None)
    by_ring = _by_ring(rows, columns)
    if not by_ring:
        raise InputError(file, "", "no boundary points", "a point a line: number, X (north), Y (east)")
    notes = _set_axes_right(by_ring) if columns is None else ()
    rings = tuple(_closed(points, file) for points in by_ring.values())
    if columns is not None and columns.is_degrees and frame.crs is None:
        frame = replace(frame, crs="EPSG:4326")
    survey = survey_features((Feature(form="area", rings=rings),), file=file, frame=frame)
    return replace(survey, repairs=(*notes, *survey.repairs))


def _header(row: list[str]) -> Columns | None:
    names = [re.sub(r"[(（\[].*", "", word).strip().casefold() for word in row]
    north = [i for i, name in enumerate(names) if name in NORTH or name.startswith(("x坐标", "纵坐标", "北坐标"))]
    east = [i for i, name in enumerate(names) if name in EAST or name.startswith(("y坐标", "横坐标", "东坐标"))]
    if not north or not east:
        return None
    return Columns(north=north[0], east=east[0], is_degrees=any(name in DEGREES for name in names))


def _by_ring(rows: list[list[str]], columns: Columns | None) -> Rings:
    by_ring: Rings = {}
    for row in rows:
        point = _point(row, columns)
        if point is not None and row[-1] != PLOT_END:
            by_ring.setdefault(row[1] if columns is None and _is_plot_row(row) else "", []).append(point)
    return by_ring


def _point(row: list[str], columns: Columns | None) -> tuple[float, float] | None:
    """East and north of a row; without a header X and Y are the first two numbers after the point's name and ring."""
    try:
        if columns is not None:
            return float(row[columns.east]), float(row[columns.north])
        start = 2 if _is_plot_row(row) else len(row) > 2
        return float(row[start + 1]), float(row[start])
    except (IndexError, ValueError):
        return None


def _is_plot_row(row: list[str]) -> bool:
    """Whether a row names the ring that its point belongs to, before X and Y."""
    return len(row) == PLOT_COLUMNS and row[1].isdecimal() and int(row[1]) <= RINGS_MOST


def _set_axes_right(by_ring: Rings) -> tuple[Sentence, ...]:
    """Turn points round whose first figure can only be an easting and whose second only a northing of China."""
    points = [point for ring in by_ring.values() for point in ring]
    if not all(is_northing(east) and is_easting(north) for east, north in points):
        return ()
    for name, ring in by_ring.items():
        by_ring[name] = [(north, east) for east, north in ring]
    return (
        Sentence(
            en="boundary points: the first figure is an easting, the second a northing: read as Y, X",
            zh="界址点：第一个数为东坐标，第二个数为北坐标，按 Y、X 读取",
        ),
    )


def is_northing(value: float) -> bool:
    """Whether a coordinate can be a northing of China [m]."""
    return NORTHINGS[0] <= value <= NORTHINGS[1]


def is_easting(value: float) -> bool:
    """Whether a coordinate can only be an easting of China, with or without the zone's number before it [m]."""
    without_zone = value % ZONE if value >= ZONE else value
    return EASTINGS[0] <= without_zone <= EASTINGS[1] and not is_northing(value)


def _closed(points: list[tuple[float, float]], file: str) -> Ring:
    if len(points) < FEWEST:
        raise InputError(file, "boundary", f"{len(points)} points", "at least 3 boundary points")
    return tuple(points) if points[0] == points[-1] else (*points, points[0])
