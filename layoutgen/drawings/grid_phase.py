"""How far all corners of a drawing lie beside the grid, where all do by the same: a drawing moved by part of a millimetre."""

from collections.abc import Sequence

import numpy as np

from layoutgen.geometry.tolerance import GRID_M
from layoutgen.inputs.cad.shapes import Points

FULL_TURN = 2.0 * np.pi
ALIKE = 0.95  # length of the mean of the corners' phases as arrows of length one: below it they do not agree
NOTHING_M = 1e-6  # what arithmetic leaves behind a coordinate


def off_the_grid(parts: Sequence[Points]) -> tuple[float, float]:
    """Shift of the corners against the 1 mm grid, east and north [m]; (0, 0) where they do not agree on one."""
    corners = np.array([corner for points in parts for corner in points], dtype=float).reshape(-1, 2)
    corners = corners[np.isfinite(corners).all(axis=1)]
    if not len(corners):
        return 0.0, 0.0
    means = np.exp(1j * FULL_TURN * (corners / GRID_M % 1.0)).mean(axis=0)
    if (np.abs(means) < ALIKE).any():
        return 0.0, 0.0
    east, north = (float(phase) for phase in np.angle(means) / FULL_TURN * GRID_M)
    return (east if abs(east) > NOTHING_M else 0.0), (north if abs(north) > NOTHING_M else 0.0)
