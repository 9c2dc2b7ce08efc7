"""One cell filled with rows from north to south: each row as far north as sun, lanes and gaps allow."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import shapely
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.parts import polygons
from layoutgen.model.choices import Choices
from layoutgen.stages.massing.cell_ground import CellGround
from layoutgen.stages.massing.clearances import north_clear_m, row_gap_m
from layoutgen.stages.massing.row_fit import Gables, SlabManner, fit_runs, free_runs
from layoutgen.stages.massing.rows_of_slabs import (
    Floats,
    RowPlan,
    fire_height_m,
    footprints,
    shading_height_m,
    turned,
    window_ends,
)
from layoutgen.stages.massing.site_sun import SiteSun
from layoutgen.stages.massing.units import Placed
from layoutgen.sunlight.scene import Scene

STEP_M = 1.5  # of the sweep, north to south [m]
LATER_STEPS = 12  # how much further south than need be a longer row may stand
PROBES = 4  # rows tried among those
SCAN = 6  # places asked before halving


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Standing:
    """What stands so far while cells are filled."""

    sun: SiteSun
    rows: tuple[RowPlan, ...]
    placed: Placed
    ahead: BaseGeometry  # ground of the cells still to be filled, on the site


Line = tuple[RowPlan, ...]  # rows side by side, their north walls on one line


def fill_cell(standing: Standing, ground: CellGround, manner: SlabManner, ask_m2: float, choices: Choices) -> Standing:
    """Add rows of one manner to a cell until the asked floor area stands or nothing more goes in.

    Parameters
    ----------
    ask_m2
        Floor area to reach. [m2]
    """
    _, south, _, north = ground.buildable.bounds
    worth = ask_m2 / max(north - south, STEP_M)  # floor area that a metre of ground is worth
    gap = row_gap_m(fire_height_m(manner.storeys, choices.housing), choices)
    top, done = north, 0.0
    gables: Gables = ()
    while done < ask_m2:
        sweep = _Sweep(standing=standing, ground=ground, manner=manner, choices=choices, gables=gables)
        line = _next_line(sweep, top, worth)
        if line is None:
            break
        standing = stand(standing, line, choices)
        gables = [(slab.west_m, row.east_m(slab)) for row in line for slab in row.slabs]
        done += sum(row.gfa_m2 for row in line)
        top = line[0].north_m - line[0].depth_m - gap
    return standing


def stand(standing: Standing, line: Line, choices: Choices) -> Standing:
    """Everything that stands after a line of rows has come."""
    placed = standing.placed.copy()
    for row in line:
        placed.update(row.placed())
    scene, ends, sills = seen(line, choices)
    return replace(standing, sun=standing.sun.plus(scene, ends, sills), rows=(*standing.rows, *line), placed=placed)


def seen(line: Sequence[RowPlan], choices: Choices) -> tuple[Scene, Floats, Floats]:
    """How the sun sees rows: their prisms, and their windows with sills."""
    housing = choices.housing
    shapes = [shape for row in line for shape in footprints(row)]
    tops = [shading_height_m(slab.storeys, housing) for row in line for slab in row.slabs]
    ends = [window_ends(row, housing.window_width_m) for row in line]
    lines = np.concatenate(ends).reshape(-1, 2, 2) if ends else np.empty((0, 2, 2))
    return Scene.of(shapes, tops), lines, np.full(len(lines), housing.plinth_m + housing.sill_m)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Sweep:
    """The search for one line: what it knows."""

    standing: Standing
    ground: CellGround
    manner: SlabManner
    choices: Choices
    gables: Gables  # of the line before

    def line(self, north_m: float) -> Line:
        """Rows with their north walls at a y of the frame."""
        manner, ground = self.manner, self.ground
        clear = north_clear_m(fire_height_m(manner.storeys, self.choices.housing), self.choices)
        strips = (
            (ground.buildable, north_m - manner.depth_m, north_m),
            (ground.outline, north_m, north_m + clear),
        )
        fitted = fit_runs(free_runs(strips), manner, self.standing.placed, self.gables)
        return tuple(
            RowPlan(
                cell=ground.cell.id,
                block=ground.cell.block,
                azimuth_deg=ground.azimuth_deg,
                north_m=north_m,
                depth_m=manner.depth_m,
                slabs=slabs,
            )
            for slabs in fitted
        )

    def is_sunny(self, line: Line) -> bool:
        """Whether the line has its sun and leaves the others theirs."""
        return self.standing.sun.admits(*seen(line, self.choices), foreseen=self._foreseen(line[0]))

    def _foreseen(self, row: RowPlan) -> Scene:
        """The same row carried on through the cells still to be filled, so that they may have it too."""
        if self.standing.ahead.is_empty:
            return Scene.of((), ())
        west, _, east, _ = shapely.transform(self.standing.ahead, lambda points: turned(points, -row.azimuth_deg)).bounds
        ring = [(west, row.north_m - row.depth_m), (east, row.north_m - row.depth_m), (east, row.north_m), (west, row.north_m)]
        band = Polygon(turned(np.array(ring), row.azimuth_deg))
        parts = polygons(shapely.intersection(band, self.standing.ahead), 1.0)
        top = shading_height_m(row.slabs[0].storeys, self.choices.housing)
        return Scene.of([Polygon(part.exterior) for part in parts], [top] * len(parts))


def _next_line(sweep: _Sweep, top_m: float, worth_m2: float) -> Line | None:
    """Best line below a y: its floor area less the worth of the ground it uses up."""
    low = sweep.ground.buildable.bounds[1] + sweep.manner.depth_m
    count = int((top_m - low) / STEP_M) + 1 if top_m >= low else 0
    lines = _Lines(sweep=sweep, top_m=top_m, found={})
    first = _first_sunny(lines, count)
    if first is None:
        return None

    def score(k: int) -> float:
        return sum(row.gfa_m2 for row in lines.at(k)) - worth_m2 * STEP_M * k

    ranked = sorted(range(first, min(first + LATER_STEPS, count)), key=lambda k: (-score(k), k))
    sunny = (k for k in ranked[:PROBES] if k == first or lines.is_sunny(k))
    return lines.at(next(sunny, first))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Lines:
    """Lines by their step below a y, each fitted once."""

    sweep: _Sweep
    top_m: float
    found: dict[int, Line]

    def at(self, k: int) -> Line:
        """Line at a step; empty where no slab fits."""
        if k not in self.found:
            self.found[k] = self.sweep.line(self.top_m - STEP_M * k)
        return self.found[k]

    def is_sunny(self, k: int) -> bool:
        """Whether there is a line, in the sun."""
        return bool(self.at(k)) and self.sweep.is_sunny(self.at(k))


def _first_sunny(lines: _Lines, count: int) -> int | None:
    """Step of the northernmost line in the sun: halved between one that is not and one that is."""
    if not count:
        return None
    if lines.is_sunny(0):
        return 0
    dark, lit = 0, None
    for k in sorted({(count - 1) * n // SCAN for n in range(1, SCAN + 1)} - {0}):
        if lines.is_sunny(k):
            lit = k
            break
        dark = k
    if lit is None:
        return None
    while lit - dark > 1:
        middle = (lit + dark) // 2
        if lines.is_sunny(middle):
            lit = middle
        else:
            dark = middle
    return lit
