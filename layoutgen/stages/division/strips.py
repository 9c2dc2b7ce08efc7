"""Straight main roads in a site turned upright: strips from side to side, each cut across into communities."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import shapely
from shapely.geometry import LineString, Polygon
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.parts import polygons
from layoutgen.stages.division.profile import even_cuts, profile_along

OVER_M = 1.0  # boxes reach this far over the site
SPECK_M2 = 0.01  # what overlays leave by rounding


@dataclass(frozen=True, slots=True, kw_only=True)
class MainRoad:
    """A main road: its centre line and its land between red lines."""

    centre: LineString
    outline: Polygon


@dataclass(frozen=True, slots=True, kw_only=True)
class Partition:
    """Roads and the communities' land between them; together they tile the site."""

    roads: tuple[MainRoad, ...]
    cells: tuple[Polygon, ...]


def strip_counts(communities: int) -> Iterator[tuple[int, ...]]:
    """Ways to spread communities over strips, south to north: as even as can be, the fuller strips at either end."""
    for strips in range(1, communities + 1):
        few, over = divmod(communities, strips)
        low = (few,) * (strips - over) + (few + 1,) * over
        yield low
        if over:
            yield low[::-1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How a site is cut: communities a strip, the width of a main road, and by how much the roads lean from the even cut."""

    counts: tuple[int, ...]
    road_m: float
    lean_levels: float = 0.0  # of the roads between strips, as a share of a strip's depth
    lean_columns: float = 0.0  # of the roads across a strip, as a share of a community's width


def cut_strips(site: Polygon, land: BaseGeometry, manner: Manner) -> Partition | None:
    """Cut a site into strips of equal land a community, and each strip across; None where a part falls apart.

    Parameters
    ----------
    site
        Boundary, turned so that the strips run along x. [m]
    land
        The same without what is kept out: shares are of this.
    """
    counts, road_m = manner.counts, manner.road_m
    west, south, east, north = site.bounds
    levels = _leaning(even_cuts(profile_along(land, 1), counts, road_m), manner.lean_levels * (north - south) / len(counts))
    tops = [south - OVER_M - road_m / 2.0, *levels, north + OVER_M + road_m / 2.0]
    shared = _shared_columns(land, counts, road_m)
    roads = [_road(site, (west, y, east, y), road_m) for y in levels]
    cells: list[Polygon | None] = []
    for (low, high), count in zip(pairwise(tops), counts, strict=True):
        strip = shapely.box(west - OVER_M, low + road_m / 2.0, east + OVER_M, high - road_m / 2.0)
        inside = shapely.intersection(land, strip)
        even = shared or even_cuts(profile_along(inside, 0), (1,) * count, road_m)
        columns = _leaning(even, manner.lean_columns * (east - west) / count)
        roads.extend(_road(site, (x, low, x, high), road_m, strip) for x in columns)
        sides = [west - OVER_M - road_m / 2.0, *columns, east + OVER_M + road_m / 2.0]
        for left, right in pairwise(sides):
            box = shapely.box(left + road_m / 2.0, low + road_m / 2.0, right - road_m / 2.0, high - road_m / 2.0)
            cells.append(_whole(shapely.intersection(site, box)))
    if any(part is None for part in (*roads, *cells)):
        return None
    return Partition(roads=tuple(r for r in roads if r is not None), cells=tuple(c for c in cells if c is not None))


def _leaning(cuts: tuple[float, ...], by_m: float) -> tuple[float, ...]:
    return tuple(cut + by_m for cut in cuts)


def _shared_columns(land: BaseGeometry, counts: tuple[int, ...], road_m: float) -> tuple[float, ...]:
    """Columns that run through all strips, where every strip holds as many."""
    if len(counts) == 1 or len(set(counts)) > 1 or counts[0] == 1:
        return ()
    return even_cuts(profile_along(land, 0), (1,) * counts[0], road_m)


def _road(
    site: Polygon, run: tuple[float, float, float, float], road_m: float, strip: BaseGeometry | None = None
) -> MainRoad | None:
    """Road along a run, as far as the site reaches; a column's land ends at its strip, its centre line at the strips' roads."""
    x0, y0, x1, y1 = run
    line = LineString([(x0 - OVER_M, y0), (x1 + OVER_M, y1)]) if y0 == y1 else LineString([(x0, y0), (x1, y1)])
    centre = shapely.intersection(line, site)
    band = line.buffer(road_m / 2.0, cap_style="flat")
    outline = _whole(shapely.intersection(site, band if strip is None else shapely.intersection(band, strip)))
    if outline is None or not isinstance(centre, LineString) or centre.is_empty:
        return None
    return MainRoad(centre=centre, outline=outline)


def _whole(shape: BaseGeometry) -> Polygon | None:
    """Return the one part of a shape; None where it has several or a hole."""
    parts = polygons(shape, SPECK_M2)
    return parts[0] if len(parts) == 1 and not parts[0].interiors else None
