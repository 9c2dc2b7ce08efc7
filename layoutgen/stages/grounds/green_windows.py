"""The best part of a piece of ground for a central green: large enough, sunny enough, and not all of the court."""

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import affinity
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.parts import largest
from layoutgen.stages.grounds.sunny import ORIGIN, LitGrid

EDGES_MAX = 18  # places tried for each side of a window
SUNNY = 0.38  # share of the green in the sun that is aimed at; the law asks for a third
CUTS = 16.0  # to the width, when a window is cut to the area needed
TRIED = 24  # windows looked at as they are drawn, the most promising first
SHARE_MAX = 0.55  # of a large piece: the rest is left to sheds, stalls and paths
FULL = 0.97  # a window of which so much lies on the piece is as good as a rectangle
REGULAR = 0.4  # what being a rectangle is worth beside having all the area or all the sun that is asked
LONG = 3.5  # longer windows, in widths, are strips rather than courts
SHRUNK_M = (0.0, 0.6, 1.3, 2.6)  # a window is drawn in by so much to be a rectangle that lies wholly on the piece

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """A part of a piece of ground and what it offers."""

    outline: Polygon
    sunny_share: float
    grid: LitGrid

    @property
    def is_sunny(self) -> bool:
        """Whether it has the sun that is aimed at."""
        return self.sunny_share >= SUNNY


def best_window(piece: Polygon, grid: LitGrid, need_m2: float, width_m: float) -> Window | None:
    """The part of a piece, cut along and across the rows, that serves best as central green; None where none is wide enough.

    Sunny parts of the area needed come first, the larger the better up to a share of the piece; where there is none, the
    sunniest.
    """
    low_y, high_y, low_x, high_x = _bounds(grid)
    wide = (grid.x[high_x] - grid.x[low_x] >= width_m) & (grid.y[high_y] - grid.y[low_y] >= width_m)
    low_y, high_y, low_x, high_x = (bound[wide] for bound in (low_y, high_y, low_x, high_x))
    if not len(low_y):
        return None
    cell = (grid.x[1] - grid.x[0]) * (grid.y[1] - grid.y[0])
    bounds = (low_y, high_y, low_x, high_x)
    area, lit = _sums(grid.inside, bounds) * cell, _sums(grid.lit, bounds) * cell
    share = lit / np.maximum(area, cell)
    cap = max(SHARE_MAX * piece.area, need_m2 * 1.2)
    useful = np.minimum(area, cap) - 0.5 * np.maximum(area - cap, 0.0)
    across, along = grid.x[high_x] - grid.x[low_x], grid.y[high_y] - grid.y[low_y]
    slim = np.maximum(across, along) / np.minimum(across, along)
    useful = useful / np.maximum(slim / LONG, 1.0)
    met = np.minimum(area / need_m2, 1.0) + np.minimum(share / SUNNY, 1.0)
    met = met + REGULAR * np.minimum(area / (across * along * FULL), 1.0)
    best: Window | None = None
    for n in np.lexsort((-useful, -np.round(met, 3)))[:TRIED]:
        west, east = grid.x[low_x[n]], grid.x[high_x[n]]
        south, north = grid.y[low_y[n]], grid.y[high_y[n]]
        part = _part(piece, (west, south, east, north), grid.azimuth_deg, width_m)
        if part is None or part.interiors:
            continue
        window = Window(outline=part, sunny_share=grid.sunny_share(part), grid=grid)  # what is cut off may be the sunny end
        if window.is_sunny and part.area >= min(need_m2, float(area[n])):
            return window
        if best is None or window.sunny_share > best.sunny_share:
            best = window
    return best


def _part(piece: Polygon, bounds: tuple[float, float, float, float], azimuth_deg: float, width_m: float) -> Polygon | None:
    """The window as a rectangle where one hardly smaller lies wholly on the piece, else what of it does."""
    west, south, east, north = bounds
    for step in SHRUNK_M:
        if min(east - west, north - south) - 2.0 * step >= width_m:
            box = shapely.box(west + step, south + step, east - step, north - step)
            turned = affinity.rotate(box, azimuth_deg, origin=ORIGIN)
            if shapely.covers(piece, turned):
                return Polygon(turned)
    box = affinity.rotate(shapely.box(west, south, east, north), azimuth_deg, origin=ORIGIN)
    return largest(_opened(shapely.intersection(piece, box), width_m))


def trimmed(window: Window, area_m2: float, width_m: float) -> Window:
    """The least part of a window, cut straight across, that has an area and a width; the window itself where there is none."""
    turned = affinity.rotate(window.outline, -window.grid.azimuth_deg, origin=ORIGIN)
    west, south, east, north = turned.bounds
    least, most = width_m, east - west
    while most - least > width_m / CUTS:
        middle = (least + most) / 2.0
        is_enough = turned.intersection(shapely.box(west, south, west + middle, north)).area >= area_m2
        least, most = (least, middle) if is_enough else (middle, most)
    part = largest(_opened(turned.intersection(shapely.box(west, south, west + most, north)), width_m))
    if part is None or part.interiors or part.area < area_m2:
        return window
    outline = affinity.rotate(part, window.grid.azimuth_deg, origin=ORIGIN)
    return Window(outline=outline, sunny_share=window.grid.sunny_share(outline), grid=window.grid)


def _opened(shape: BaseGeometry, width_m: float) -> BaseGeometry:
    radius = width_m / 2.0
    opened = shapely.buffer(shapely.buffer(shape, -radius, join_style="mitre"), radius, join_style="mitre")
    return shapely.intersection(opened, shape)


def _bounds(grid: LitGrid) -> tuple[NDArray[np.intp], ...]:
    """South, north, west and east edges of all windows."""
    rows, columns = _pairs(len(grid.y)), _pairs(len(grid.x))
    down, across = np.repeat(np.arange(len(rows)), len(columns)), np.tile(np.arange(len(columns)), len(rows))
    return rows[down, 0], rows[down, 1], columns[across, 0], columns[across, 1]


def _pairs(count: int) -> NDArray[np.intp]:
    places = np.unique(np.linspace(0, count - 1, min(count, EDGES_MAX)).round().astype(np.intp))
    first, second = np.triu_indices(len(places), k=1)
    return np.column_stack([places[first], places[second]])


def _sums(mask: NDArray[np.bool_], bounds: tuple[NDArray[np.intp], ...]) -> Numbers:
    """How many squares of a mask lie in each window."""
    low_y, high_y, low_x, high_x = bounds
    table = np.zeros((mask.shape[0] + 1, mask.shape[1] + 1))
    table[1:, 1:] = mask.cumsum(axis=0).cumsum(axis=1)
    total: Numbers = table[high_y, high_x] - table[low_y, high_x] - table[high_y, low_x] + table[low_y, low_x]
    return total
