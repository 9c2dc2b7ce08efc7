"""Free runs of many parallel lines of a cell at once: where slabs may stand and the ground before their doors is free."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.tolerance import LENGTH_EPS_M
from layoutgen.stages.massing.cell_ground import CellGround
from layoutgen.stages.massing.row_fit import Run

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LineRuns:
    """Runs of lines, north to south: a run's ends along the axis [m], and the line it lies on."""

    norths: Floats  # (lines,) y of the north walls
    wests: Floats  # (runs,)
    easts: Floats  # (runs,)
    owners: Ints  # (runs,) number of the line

    def of(self, line: int) -> tuple[Run, ...]:
        """Runs of one line, west to east."""
        own = np.flatnonzero(self.owners == line)
        return tuple((float(self.wests[k]), float(self.easts[k])) for k in own)


def runs_of_lines(norths: Sequence[float], ground: CellGround, depth_m: float, clear_m: float) -> LineRuns:
    """Runs over which both slabs and the ground north of them lie wholly where they may.

    Parameters
    ----------
    norths
        North walls' lines in the frame of the ground. [m]
    depth_m
        Of the slabs.
    clear_m
        Free ground of the cell that slabs need north of their walls.
    """
    lines = np.asarray(norths, dtype=np.float64)
    west, _, east, _ = ground.buildable.bounds
    walls = _taken(ground.buildable, (lines - depth_m, lines), (west, east))
    before = _taken(ground.outline, (lines, lines + clear_m), (west, east))
    owners, starts, ends = (np.concatenate([a, b]) for a, b in zip(walls, before, strict=True))
    order = np.lexsort((starts, owners))
    owners, starts, ends = owners[order], starts[order], ends[order]
    found: list[tuple[int, float, float]] = []
    for line in range(len(lines)):
        own = slice(*np.searchsorted(owners, (line, line + 1)))
        found.extend((line, a, b) for a, b in runs_between(starts[own].tolist(), ends[own].tolist(), (west, east)))
    table = np.array(found, dtype=np.float64).reshape(-1, 3)
    return LineRuns(norths=lines, wests=table[:, 1], easts=table[:, 2], owners=table[:, 0].astype(np.int64))


def runs_between(starts: Sequence[float], ends: Sequence[float], whole: Run) -> list[Run]:
    """What taken stretches, by their starts, leave of a whole run."""
    left: list[Run] = []
    x, east = whole
    for start, end in zip(starts, ends, strict=True):
        if min(start, east) > x:
            left.append((x, min(start, east)))
        x = max(x, end)
    if east > x:
        left.append((x, east))
    return left


def _taken(region: BaseGeometry, band: tuple[Floats, Floats], sides: tuple[float, float]) -> tuple[Ints, Floats, Floats]:
    """What of each strip lies outside of a region: its line, from, to."""
    low, high = np.full(len(band[0]), sides[0] - 1.0), np.full(len(band[0]), sides[1] + 1.0)
    strips = shapely.box(low, band[0], high, band[1])
    parts, owners = shapely.get_parts(shapely.difference(strips, region), return_index=True)
    whole = shapely.area(parts) > LENGTH_EPS_M
    bounds = shapely.bounds(parts[whole])
    return owners[whole].astype(np.int64), bounds[:, 0], bounds[:, 2]
