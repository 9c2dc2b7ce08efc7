"""Regions of a raster where its values reach a level, by marching squares."""

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import Polygon

from layoutgen.geometry.parts import polygons

Floats = NDArray[np.float64]
FAR_BELOW = 1e9  # of the level: the values around the raster, so that every region is closed
LEAST_SHARE = 1e-3  # of a step: a line keeps so far from the raster's points, and never touches itself
BOTTOM, RIGHT, TOP, LEFT = range(4)
# Sides of a cell that lines join, by its corners that reach the level: 1 lower left, 2 lower right, 4 upper right, 8 the other.
JOINS: dict[int, tuple[tuple[int, int], ...]] = {
    1: ((LEFT, BOTTOM),),
    2: ((BOTTOM, RIGHT),),
    3: ((LEFT, RIGHT),),
    4: ((RIGHT, TOP),),
    6: ((BOTTOM, TOP),),
    7: ((LEFT, TOP),),
    8: ((TOP, LEFT),),
    9: ((TOP, BOTTOM),),
    11: ((TOP, RIGHT),),
    12: ((RIGHT, LEFT),),
    13: ((RIGHT, BOTTOM),),
    14: ((BOTTOM, LEFT),),
    5: ((LEFT, BOTTOM), (RIGHT, TOP)),  # corners that meet only across are kept apart
    10: ((BOTTOM, RIGHT), (TOP, LEFT)),
}


def regions_above(values: Floats, level: float, corner: tuple[float, float], step_m: float) -> tuple[Polygon, ...]:
    """Polygons, with holes, in which a raster's values are at least a level.

    Parameters
    ----------
    values
        (rows, columns), rows from the south.
    corner
        Place of the first value. [m]
    """
    field = np.pad(np.asarray(values, dtype=np.float64) - level, 1, constant_values=-FAR_BELOW)
    above = field >= 0.0
    kind = above[:-1, :-1] + 2 * above[:-1, 1:] + 4 * above[1:, 1:] + 8 * above[1:, :-1]
    along_rows, along_columns = _shares(field[:, :-1], field[:, 1:]), _shares(field[:-1], field[1:])
    segments = []
    for which, joins in JOINS.items():
        rows, columns = np.nonzero(kind == which)
        places = {
            BOTTOM: (columns + along_rows[rows, columns], rows.astype(np.float64)),
            TOP: (columns + along_rows[rows + 1, columns], rows + 1.0),
            LEFT: (columns.astype(np.float64), rows + along_columns[rows, columns]),
            RIGHT: (columns + 1.0, rows + along_columns[rows, columns + 1]),
        }
        segments += [np.stack([np.stack(places[a], axis=-1), np.stack(places[b], axis=-1)], axis=1) for a, b in joins]
    lines = (np.concatenate(segments) - 1.0) * step_m + np.asarray(corner)
    return polygons(shapely.build_area(shapely.multilinestrings(shapely.linestrings(lines)))) if len(lines) else ()


def _shares(low: Floats, high: Floats) -> Floats:
    """Where between two values lies zero, as a share of the way."""
    run = low - high
    share = np.divide(low, run, out=np.full(low.shape, 0.5), where=run != 0.0)
    return np.asarray(np.clip(share, LEAST_SHARE, 1.0 - LEAST_SHARE), dtype=np.float64)
