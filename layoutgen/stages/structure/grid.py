"""Street pattern `grid`: straight lines square to each other across the whole site, at even spacings and a few phases."""

from collections.abc import Iterator
from itertools import product
from math import ceil

import numpy as np
import shapely
from shapely import affinity
from shapely.geometry import LineString, MultiPolygon

from layoutgen.geometry.parts import polygons
from layoutgen.model.choices import StreetChoices
from layoutgen.stages.structure.ground import Ground
from layoutgen.stages.structure.quality import cell_quality, unevenness
from layoutgen.stages.structure.strokes import Strokes

ORIGIN = (0.0, 0.0)
PHASES = (0.35, 0.5, 0.65)  # where the first line stands, as a share of a spacing and a half
FINE_PHASES = tuple(np.linspace(0.2, 0.8, 7))  # tried where streets must miss something
NARROW = 0.72  # a spacing may fall below the aimed one by this
KEPT = 6  # variants handed on
COUNT_COST = 0.004  # of each line, so that of equals the one with fewer streets wins
UNEVEN_COST = 0.05
CROSSING_COST = 0.02  # per metre of street through ground that is kept out


def grid_patterns(ground: Ground) -> Iterator[Strokes]:
    """Best variants of a grid along each direction of the ground, as lines that run over the boundary's edges."""
    for azimuth_deg in ground.directions:
        yield from _best_variants(ground, azimuth_deg)


def _best_variants(ground: Ground, azimuth_deg: float) -> Iterator[Strokes]:
    choices = ground.choices
    turned = affinity.rotate(MultiPolygon(ground.smooth_parts), -azimuth_deg, origin=ORIGIN)
    blocked = affinity.rotate(ground.keep_outs, -azimuth_deg, origin=ORIGIN)
    west, south, east, north = turned.bounds
    phases = PHASES if blocked.is_empty else FINE_PHASES
    rated: list[tuple[float, int, Strokes]] = []
    columns = list(_cuts(west, east, choices.block_width_m, choices, phases))
    rows = list(_cuts(south, north, choices.block_depth_m, choices, phases))
    for n, (xs, ys) in enumerate(product(columns, rows)):
        if not xs and not ys:
            continue
        streets = _lines(xs, ys, turned)
        rated.append((-_worth(turned, blocked, xs, ys, streets, choices), n, streets))
    rated.sort(key=lambda entry: entry[:2])
    for _, _, lines in rated[:KEPT]:
        yield tuple(affinity.rotate(line, azimuth_deg, origin=ORIGIN) for line in lines)


def _cuts(
    low: float, high: float, aim_m: float, choices: StreetChoices, phases: tuple[float, ...]
) -> Iterator[tuple[float, ...]]:
    """Positions of parallel lines: every lawful number of spacings, every phase."""
    span = high - low
    least = max(ceil(span / choices.spacing_max_m), 1)
    most = max(int(span / (NARROW * aim_m)), least)
    for count in range(least, most + 1):
        if count == 1:
            yield ()
            continue
        pitch = span / count
        for phase in phases:
            shift = (phase - 0.5) * pitch
            yield tuple(low + pitch * k + shift for k in range(1, count))


def _lines(xs: tuple[float, ...], ys: tuple[float, ...], site: MultiPolygon) -> Strokes:
    west, south, east, north = site.bounds
    over = 1.0
    upright = [LineString([(x, south - over), (x, north + over)]) for x in xs]
    level = [LineString([(west - over, y), (east + over, y)]) for y in ys]
    return (*upright, *level)


def _worth(
    site: MultiPolygon,
    blocked: MultiPolygon,
    xs: tuple[float, ...],
    ys: tuple[float, ...],
    streets: Strokes,
    choices: StreetChoices,
) -> float:
    west, south, east, north = site.bounds
    x, y = np.array([west, *xs, east]), np.array([south, *ys, north])
    boxes = shapely.box(*(side.ravel() for side in (*np.meshgrid(x[:-1], y[:-1]), *np.meshgrid(x[1:], y[1:]))))
    cells = [part for land in site.geoms for shape in shapely.intersection(boxes, land) for part in polygons(shape, 1.0)]
    area = np.array([cell.area for cell in cells])
    quality = float(np.sum(cell_quality(cells, choices) * area) / area.sum())
    crossing = 0.0 if blocked.is_empty else sum(line.intersection(blocked).length for line in streets)
    return quality - UNEVEN_COST * unevenness(area) - COUNT_COST * len(streets) - CROSSING_COST * crossing
