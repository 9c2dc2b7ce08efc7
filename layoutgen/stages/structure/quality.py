"""How good a cell is as a block: its size, its rectangularity, its proportions, its width and its convexity."""

from collections.abc import Sequence

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import Polygon

from layoutgen.model.choices import StreetChoices

Values = NDArray[np.float64]

THIN_M, WIDE_M = 45.0, 95.0  # mean width of a cell of no use, and of full use, for rows of slabs
FLAT, SQUARE = 0.15, 0.5  # short over long side of a cell of no use, and of full use
SPAN_LOSS = 0.15  # what a cell longer than the greatest spacing of streets loses
AREA_MAX_SOFT = 1.55  # a cell this many times the greatest area is of no use


def cell_quality(cells: Sequence[Polygon] | NDArray[np.object_], choices: StreetChoices) -> Values:
    """Quality of each cell, 0…1."""
    shapes = np.asarray(list(cells), dtype=object)
    area = shapely.area(shapes)
    long, short = _spans(shapes)
    rectangular = np.clip(area / np.maximum(long * short, 1e-9), 0.0, 1.0)
    convex = area / np.maximum(shapely.area(shapely.convex_hull(shapes)), 1e-9)
    width = _ramp(area / np.maximum(long, 1e-9), THIN_M, WIDE_M)
    aspect = _ramp(short / np.maximum(long, 1e-9), FLAT, SQUARE)
    span = np.where(long > choices.spacing_max_m, 1.0 - SPAN_LOSS, 1.0)
    size = cell_size(area, choices)
    return np.asarray(size * rectangular * convex * (0.5 + 0.5 * aspect) * (0.1 + 0.9 * width) * span, dtype=np.float64)


def overlong(cells: Sequence[Polygon], choices: StreetChoices) -> NDArray[np.bool_]:
    """Whether each cell is longer than streets may be apart."""
    long, _ = _spans(np.asarray(list(cells), dtype=object))
    return np.asarray(long > choices.spacing_max_m, dtype=bool)


def is_large(part: Polygon, choices: StreetChoices) -> bool:
    """Whether a part is too large or too long for one block, and large enough for two."""
    if part.area > choices.block_area_max_m2:
        return True
    long, _ = _spans(np.asarray([part], dtype=object))
    return float(long[0]) > choices.spacing_max_m + choices.street_width_m and part.area > 2.0 * choices.block_area_min_m2


def cell_size(area_m2: Values, choices: StreetChoices) -> Values:
    """How well areas agree with the aimed size of a block, 0…1."""
    low, high = choices.block_area_min_m2, choices.block_area_max_m2
    grow = _ramp(area_m2, 0.4 * low, 1.5 * low)
    shrink = 1.0 - _ramp(area_m2, high, AREA_MAX_SOFT * high)
    return np.asarray(np.minimum(grow, shrink), dtype=np.float64)


def unevenness(area_m2: Values) -> float:
    """Spread of areas as a share of their mean."""
    return float(np.std(area_m2) / np.mean(area_m2))


def _spans(shapes: NDArray[np.object_]) -> tuple[Values, Values]:
    """Long and short side of the least rectangle round each shape [m]."""
    corners = shapely.get_coordinates(shapely.oriented_envelope(shapes)).reshape(len(shapes), -1, 2)
    first = np.hypot(*(corners[:, 1] - corners[:, 0]).T)
    second = np.hypot(*(corners[:, 2] - corners[:, 1]).T)
    return np.maximum(first, second), np.minimum(first, second)


def _ramp(values: Values, low: float, high: float) -> Values:
    return np.asarray(np.clip((values - low) / (high - low), 0.0, 1.0), dtype=np.float64)
