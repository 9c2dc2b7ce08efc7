"""Where the grounds of a kindergarten lie: one for each class and one for all, tried in several orders and shapes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
import shapely
from shapely import affinity
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.parts import clipped, largest
from layoutgen.geometry.placing import best_rectangle
from layoutgen.geometry.tolerance import GRID_M
from layoutgen.stages.grounds.board import areal

ORIGIN = (0.0, 0.0)
CLASS_DEPTHS_M = (8.0, 7.0, 9.0, 6.0, 10.0, 11.0, 5.0)
CLASS_ROWS = (1, 2, 3)
ROW_DEPTHS_M = (5.0, 12.5)  # of a row as long as the building
WALL_M = 2.0  # between wall and class grounds
SHARED_DEPTHS_M = (13.0, 12.0, 15.0, 18.0, 11.0, 10.0, 9.0, 21.0)
SHARED_LEAST_M = 8.2  # depth of a shared ground as long as the building: the track, and the pit beside it
BETWEEN_M = 1.0  # class grounds and shared ground
ODD_M = 2.5  # half the least width of a shared ground that is no rectangle


@dataclass(frozen=True, slots=True, kw_only=True)
class YardSizes:
    """What the grounds must measure."""

    classes: int
    class_m2: float
    class_gap_m: float
    shared_m2: float
    shared_length_m: float  # no shorter than the track


@dataclass(frozen=True, slots=True, kw_only=True)
class Yards:
    """Grounds found; ``shared`` is None where there is no room."""

    classes: tuple[Polygon, ...]
    shared: Polygon | None
    turn_deg: float  # direction of the shared ground's long side

    def is_whole(self, sizes: YardSizes) -> bool:
        """Whether every class and all together have their ground."""
        return len(self.classes) == sizes.classes and self.shared is not None


def find_row_yards(free: BaseGeometry, building: Polygon, azimuth_deg: float, sizes: YardSizes) -> Yards | None:
    """Class grounds in one row as long as the building straight before it, the shared ground in the sun beside them."""
    sunny = _south_of(free, building, azimuth_deg)
    row = _row_before(sunny, building, azimuth_deg, sizes)
    if row is None:
        return None
    found = next(_shared_places(_less(sunny, row), building, azimuth_deg, sizes), None)
    return None if found is None else Yards(classes=row, shared=found[0], turn_deg=found[1])


def find_yards(free: BaseGeometry, building: Polygon, azimuth_deg: float, sizes: YardSizes) -> Yards:
    """Class grounds in rows before the south wall and the shared ground beside them; else the shared ground first."""
    sunny = _south_of(free, building, azimuth_deg)
    for tiles in _class_fields(sunny, building, azimuth_deg, sizes):
        for shared, turn in _shared_places(_less(sunny, tiles), building, azimuth_deg, sizes):
            return Yards(classes=tiles, shared=shared, turn_deg=turn)
    first: tuple[Polygon, ...] = ()
    for tiles in _class_fields(free, building, azimuth_deg, sizes):
        first = first or tiles
        for shared, turn in _shared_places(_less(free, tiles), building, azimuth_deg, sizes):
            return Yards(classes=tiles, shared=shared, turn_deg=turn)
    for shared, turn in _shared_places(free, building, azimuth_deg, sizes):
        left = _less(free, [shared])
        tiles = next(_class_fields(left, building, azimuth_deg, sizes), ()) or _one_by_one(left, building, azimuth_deg, sizes)
        if len(tiles) == sizes.classes:
            return Yards(classes=tiles, shared=shared, turn_deg=turn)
    tiles = first or _one_by_one(free, building, azimuth_deg, sizes)
    return Yards(classes=tiles, shared=_odd_shared(_less(free, tiles), sizes), turn_deg=azimuth_deg)


def _south_of(free: BaseGeometry, building: Polygon, azimuth: float) -> BaseGeometry:
    """The part south of the building's middle, which it does not shade."""
    turned = affinity.rotate(free, -azimuth, origin=ORIGIN)
    middle = affinity.rotate(building.centroid, -azimuth, origin=ORIGIN)
    west, south, east, _ = turned.bounds
    if middle.y <= south:
        return Polygon()
    return affinity.rotate(areal(clipped(turned, west, south, east, middle.y)), azimuth, origin=ORIGIN)


def _less(free: BaseGeometry, taken: Sequence[Polygon]) -> BaseGeometry:
    grown = shapely.buffer(shapely.union_all(list(taken)), BETWEEN_M, join_style="mitre")
    return areal(shapely.difference(areal(free), grown))


def _class_fields(free: BaseGeometry, building: Polygon, azimuth: float, sizes: YardSizes) -> Iterator[tuple[Polygon, ...]]:
    """Class grounds of several depths, in one row, two and three."""
    for rows, depth in product(CLASS_ROWS, CLASS_DEPTHS_M):
        columns = -(-sizes.classes // rows)
        width = sizes.class_m2 / depth
        size = (_run(columns, width, sizes.class_gap_m), _run(rows, depth, sizes.class_gap_m))
        field = _beside(free, building, azimuth, size)
        if field is not None:
            yield tuple(_tiles(field, azimuth, (columns, rows), sizes.class_gap_m)[: sizes.classes])


def _row_before(free: BaseGeometry, building: Polygon, azimuth: float, sizes: YardSizes) -> tuple[Polygon, ...] | None:
    """One row just as long as the building, straight before its south wall."""
    west, south, east, _ = affinity.rotate(building, -azimuth, origin=ORIGIN).bounds
    depth = sizes.class_m2 * sizes.classes / (east - west - sizes.class_gap_m * (sizes.classes - 1))
    top = south - WALL_M
    if not ROW_DEPTHS_M[0] <= depth <= ROW_DEPTHS_M[1]:
        return None
    field = affinity.rotate(shapely.box(west, top - depth, east, top), azimuth, origin=ORIGIN)
    if not free.buffer(GRID_M).covers(field):
        return None
    return tuple(_tiles(field, azimuth, (sizes.classes, 1), sizes.class_gap_m))


def _one_by_one(free: BaseGeometry, building: Polygon, azimuth: float, sizes: YardSizes) -> tuple[Polygon, ...]:
    found: list[Polygon] = []
    left = free
    while len(found) < sizes.classes:
        shapes = ((sizes.class_m2 / depth, depth) for depth in CLASS_DEPTHS_M)
        tile = next((t for t in (_beside(left, building, azimuth, size) for size in shapes) if t is not None), None)
        if tile is None:
            break
        found.append(tile)
        left = areal(shapely.difference(areal(left), tile.buffer(sizes.class_gap_m, join_style="mitre")))
    return tuple(found)


def _shared_places(free: BaseGeometry, building: Polygon, azimuth: float, sizes: YardSizes) -> Iterator[tuple[Polygon, float]]:
    """Shared grounds of several proportions, along the building and across; each with the direction of its long side."""
    if free.area < sizes.shared_m2:
        return
    west, _, east, _ = affinity.rotate(building, -azimuth, origin=ORIGIN).bounds
    if east - west > sizes.shared_length_m and sizes.shared_m2 / (east - west) >= SHARED_LEAST_M:
        found = _beside(free, building, azimuth, (east - west, sizes.shared_m2 / (east - west)))
        if found is not None:
            yield found, azimuth
    for depth, turn in product(SHARED_DEPTHS_M, (azimuth, azimuth + 90.0)):
        found = _beside(free, building, turn, (max(sizes.shared_m2 / depth, sizes.shared_length_m), depth))
        if found is not None:
            yield found, turn


def _odd_shared(free: BaseGeometry, sizes: YardSizes) -> Polygon | None:
    """The largest piece that is left, where it is wide and large enough."""
    opened = free.buffer(-ODD_M, join_style="mitre").buffer(ODD_M, join_style="mitre")
    part = largest(shapely.intersection(opened, free))
    return part if part is not None and not part.interiors and part.area >= sizes.shared_m2 else None


def _beside(free: BaseGeometry, building: Polygon, azimuth: float, size: tuple[float, float]) -> Polygon | None:
    """The rectangle nearest to the building's south side."""
    if free.area < size[0] * size[1]:
        return None
    middle = affinity.rotate(building, -azimuth, origin=ORIGIN)
    south, centre = middle.bounds[1], middle.centroid
    return best_rectangle(
        free, azimuth, size, lambda x, y: -np.abs(y - south) - 0.3 * np.abs(x - centre.x) - 100.0 * (y > centre.y)
    )


def _tiles(field: Polygon, azimuth: float, counts: tuple[int, int], gap_m: float) -> list[Polygon]:
    """Equal rectangles with gaps that fill a field."""
    turned = affinity.rotate(field, -azimuth, origin=ORIGIN)
    west, south, east, north = turned.bounds
    columns, rows = counts
    width = (east - west - gap_m * (columns - 1)) / columns
    depth = (north - south - gap_m * (rows - 1)) / rows
    tiles = []
    for row in reversed(range(rows)):
        for column in range(columns):
            x, y = west + column * (width + gap_m), south + row * (depth + gap_m)
            tiles.append(affinity.rotate(shapely.box(x, y, x + width, y + depth), azimuth, origin=ORIGIN))
    return tiles


def _run(count: int, size_m: float, gap_m: float) -> float:
    return count * size_m + (count - 1) * gap_m
