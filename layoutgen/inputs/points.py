"""Boundary points 界址点 as CSV or TXT: the surveyor's X is north, Y is east (F-48)."""

import re
from dataclasses import dataclass, field, replace
from pathlib import Path

from layoutgen.errors import InputError
from layoutgen.inputs.chosen_outline import numbers_of
from layoutgen.inputs.feature_things import Feature, Ring
from layoutgen.inputs.features import Frame, survey_features
from layoutgen.inputs.figures import figure, is_angle, is_easting, is_latitude, is_longitude, is_northing
from layoutgen.inputs.survey import Survey
from layoutgen.inputs.user_file import decode
from layoutgen.sentence import Sentence, harmless, plural

SPLIT = re.compile(r"[,，;；、\t]\s*|\s+")
NAMED = re.compile(r"\b([XYxy])\s*[=:：]\s*")  # X=3795000.000 Y=514000.000
NORTH = ("x", "北", "纵坐标", "纬度", "lat", "latitude", "northing", "n", "north")
EAST = ("y", "东", "横坐标", "经度", "lon", "lng", "longitude", "easting", "e", "east")
DEGREES = ("纬度", "lat", "latitude", "经度", "lon", "lng", "longitude")
PLOT_END = "@"  # last word of the line that opens a plot in the land administration's exchange text
PLOT_COLUMNS = 4  # point, ring, X, Y of that text
RINGS_MOST = 999  # a plot has no more rings; a larger whole number is a coordinate
FEWEST = 3  # points of an outline
SPAN_DEG = 0.5
TOLD_MOST = 3  # lines that are quoted

Rings = dict[str, list[tuple[float, float]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Which column a header gives to which coordinate."""

    north: int
    east: int
    is_degrees: bool


@dataclass(slots=True, kw_only=True)
class Table:
    """Rows of a list as they are met: plots of rings, and lines that are no points."""

    plots: list[Rings] = field(default_factory=lambda: [{}])
    titles: list[str] = field(default_factory=list)
    strange: list[str] = field(default_factory=list)
    columns: Columns | None = None
    has_angles: bool = False
    is_exchange: bool = False


def read_points_site(path: Path, data: bytes, frame: Frame) -> Survey:
    """Survey of a list of boundary points, one a line; the list closes itself.

    Raises
    ------
    InputError
        If the lines hold no list of points, or more than one plot and the user says not which.
    """
    file = str(path)
    table = _table(decode(data, file))
    rings = _plot(table, file, frame.boundary)
    notes = _set_axes_right(rings) if table.columns is None else ()
    outlines = tuple(_closed(points, file) for points in rings.values())
    is_degrees = table.has_angles or (table.columns is not None and table.columns.is_degrees)
    if is_degrees and frame.crs is None:
        frame = replace(frame, crs="EPSG:4326")
    feature = Feature(form="area", rings=outlines)
    survey = survey_features((feature,), file=file, frame=replace(frame, boundary=None))
    return replace(survey, repairs=(*notes, *survey.repairs), unread=(*survey.unread, *_strange(table)))


def _table(text: str) -> Table:
    table = Table()
    for line in text.splitlines():
        row = [word for word in SPLIT.split(NAMED.sub(" ", line).strip()) if word]
        if row and not row[0].startswith(("#", "//")):
            _take(row, line.strip(), table)
    return table


def _take(row: list[str], line: str, table: Table) -> None:
    if row[-1] == PLOT_END:
        table.titles.append(harmless(line))
        if len(table.titles) > 1:
            table.plots.append({})
    elif table.columns is None and (columns := _header(row)) is not None:
        table.columns = columns
    elif (point := _point(row, table.columns)) is not None:
        ring = row[1] if table.columns is None and _is_plot_row(row) else ""
        table.plots[-1].setdefault(ring, []).append(point)
        table.has_angles = table.has_angles or any(is_angle(word) for word in row)
    elif line.startswith("["):
        table.is_exchange = True
    elif not (table.is_exchange and "=" in line):  # what the land administration's text says of itself
        table.strange.append(harmless(line, 30))


def _plot(table: Table, file: str, asked: str | None) -> Rings:
    plots = [plot for plot in table.plots if plot]
    if not plots:
        raise InputError(file, "", "no boundary points", "a point a line: number, X (north), Y (east)")
    numbers = numbers_of(asked)
    if len(numbers) == 1 and 0 < numbers[0] <= len(plots):
        return plots[numbers[0] - 1]
    if len(plots) > 1:
        listed = "; ".join(f"{n}: {title}" for n, title in enumerate(table.titles[:8], 1))
        raise InputError(file, "boundary", f"several plots ({listed})", "one; say which by --boundary 1")
    return plots[0]


def _header(row: list[str]) -> Columns | None:
    names = [re.sub(r"[(（\[].*", "", word).strip().casefold() for word in row]
    north = [i for i, name in enumerate(names) if name in NORTH or name.startswith(("x坐标", "纵坐标", "北坐标"))]
    east = [i for i, name in enumerate(names) if name in EAST or name.startswith(("y坐标", "横坐标", "东坐标"))]
    if not north or not east:
        return None
    return Columns(north=north[0], east=east[0], is_degrees=any(name in DEGREES for name in names))


def _point(row: list[str], columns: Columns | None) -> tuple[float, float] | None:
    """East and north of a row; without a header X and Y are the first two numbers after the point's name and ring."""
    try:
        if columns is not None:
            return figure(row[columns.east]), figure(row[columns.north])
        start = 2 if _is_plot_row(row) else len(row) > 2
        return figure(row[start + 1]), figure(row[start])
    except (IndexError, ValueError):
        return None


def _is_plot_row(row: list[str]) -> bool:
    """Whether a row names the ring that its point belongs to, before X and Y."""
    return len(row) == PLOT_COLUMNS and row[1].isdecimal() and int(row[1]) <= RINGS_MOST


def _set_axes_right(rings: Rings) -> tuple[Sentence, ...]:
    """Turn points round whose first figure can only be an easting and whose second only a northing of China, or degrees so."""
    points = [point for ring in rings.values() for point in ring]
    is_metric = all(is_northing(east) and is_easting(north) for east, north in points)
    if not is_metric and not _is_longitude_first(points):
        return ()
    for name, ring in rings.items():
        rings[name] = [(north, east) for east, north in ring]
    if not is_metric:
        en = "boundary points: the first figure is a longitude, the second a latitude: read so"
        return (Sentence(en=en, zh="界址点：第一个数为经度，第二个数为纬度，按此读取"),)
    en = "boundary points: the first figure is an easting, the second a northing: read as Y, X"
    return (Sentence(en=en, zh="界址点：第一个数为东坐标，第二个数为北坐标，按 Y、X 读取"),)


def _is_longitude_first(points: list[tuple[float, float]]) -> bool:
    """Whether rows of degrees begin with the longitude; a site spans less than half a degree, and more than half a metre."""
    widths = [max(axis) - min(axis) for axis in zip(*points, strict=True)]
    return max(widths) < SPAN_DEG and all(is_latitude(east) and is_longitude(north) for east, north in points)


def _closed(points: list[tuple[float, float]], file: str) -> Ring:
    if len(points) < FEWEST:
        raise InputError(file, "boundary", f"{len(points)} points", "at least 3 boundary points")
    return tuple(points) if points[0] == points[-1] else (*points, points[0])


def _strange(table: Table) -> tuple[Sentence, ...]:
    if not table.strange:
        return ()
    count, quoted = len(table.strange), "; ".join(table.strange[:TOLD_MOST])
    return (Sentence(en=f"{plural(count, 'line')} without a point: {quoted}", zh=f"{count} 行不是界址点：{quoted}"),)
