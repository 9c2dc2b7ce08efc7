"""A cell filled line by line from north to south, each as far north as sun and gaps allow, in slots or where slabs fit."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry import Polygon

from layoutgen.geometry.parts import polygons
from layoutgen.stages.massing.cell_work import STEP_M, CellWork
from layoutgen.stages.massing.lattice import Lattice
from layoutgen.stages.massing.row_fit import Gables, fit_runs
from layoutgen.stages.massing.rows_of_slabs import RowPlan, SlabPlan, turned
from layoutgen.stages.massing.standing import Line, Standing, seen, stand
from layoutgen.sunlight.scene import Scene

LATER_M = 18.0  # how much further south than need be a longer line may stand [m]
PROBES = 4  # lines tried among those
FOLLOWING = 2  # lines that are thought to follow
SCAN = 6  # places asked before halving


def swept(
    work: CellWork, ask_m2: float, lattice: Lattice | None = None, lines: int | None = None, usual_m: float = 0.0
) -> Standing:
    """Add lines of slabs to a cell until the asked floor area stands or nothing more goes in.

    Parameters
    ----------
    ask_m2
        Floor area to reach. [m2]
    lattice
        Slots that the slabs stand in; without it they stand where they find room.
    lines
        No more lines than these.
    usual_m
        From line to line by the table of the sun: where it is looked for first. [m]
    """
    standing, top, done, guess = work.standing, 0, 0.0, 0
    count = len(work.runs.norths)
    pitch = int(np.ceil(work.least_pitch_m / STEP_M))
    worth = ask_m2 / max(count * STEP_M + work.manner.depth_m, 1.0)  # floor area that a metre of ground is worth
    gables: Gables = ()
    number, last = 0, 0
    while done < ask_m2 and top < count and (lines is None or number < lines):
        sweep = _Sweep(
            work=work,
            standing=standing,
            gables=gables,
            lattice=lattice,
            number=number,
            last=last,
            left_m2=ask_m2 - done,
            found={},
            lit={},
        )
        found = _next_line(sweep, (top, count, guess), worth * STEP_M)
        if found is None:
            break
        at, line = found
        standing = stand(standing, line, work.choices)
        gables = [(slab.west_m, row.east_m(slab)) for row in line for slab in row.slabs]
        done += sum(row.gfa_m2 for row in line)
        guess = max(at - top, 0) if number else max(int(usual_m / STEP_M) - pitch, 0)
        top, last, number = at + pitch, at, number + 1
    return standing


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Sweep:
    """The search for one line: what it knows, and what it has found, each line fitted and measured once."""

    work: CellWork
    standing: Standing
    gables: Gables  # of the line before
    lattice: Lattice | None
    number: int  # of the line, from the north
    last: int  # the line before, among the lines of the search
    left_m2: float  # floor area still asked
    found: dict[int, Line]
    lit: dict[int, bool]

    def line(self, k: int) -> Line:
        """Rows with their north walls on a line; empty where no slab fits."""
        if k not in self.found:
            self.found[k] = tuple(self.work.row(k, slabs) for slabs in self._fitted(k))
        return self.found[k]

    def _fitted(self, k: int) -> Sequence[Sequence[SlabPlan]]:
        runs, manner = self.work.runs.of(k), self.work.manner
        if self.lattice is None:
            return fit_runs(runs, manner, self.standing.placed, self.gables)
        found = (self.lattice.slabs(self.number, run, manner) for run in runs)
        return [slabs for slabs in found if slabs]

    def is_sunny(self, k: int) -> bool:
        """Whether there is a line that has its sun and leaves the others theirs."""
        if k not in self.lit:
            line = self.line(k)
            self.lit[k] = bool(line) and self.standing.sun.admits(
                *seen(line, self.work.choices), foreseen=self._foreseen(line[0]).plus(self._following(k))
            )
        return self.lit[k]

    def _following(self, k: int) -> Scene:
        """The line again, as far south of itself as it stands from the one before, while more is asked: the next may come."""
        line, apart = self.line(k), (k - self.last) * STEP_M
        if not self.number or sum(row.gfa_m2 for row in line) >= self.left_m2:
            return Scene.of((), ())
        boxes = [
            (slab.west_m, row.north_m - row.depth_m - apart * n, row.east_m(slab), row.north_m - apart * n)
            for n in range(1, FOLLOWING + 1)
            for row in line
            for slab in row.slabs
        ]
        table = np.array(boxes)
        middles = (table[:, :2] + table[:, 2:]) / 2.0
        return self.work.scene(table[shapely.contains_xy(self.work.ground.buildable, middles)])

    def _foreseen(self, row: RowPlan) -> Scene:
        """The same row carried on through the cells still to be filled, so that they may have it too."""
        if self.standing.ahead.is_empty:
            return Scene.of((), ())
        west, _, east, _ = shapely.transform(self.standing.ahead, lambda points: turned(points, -row.azimuth_deg)).bounds
        ring = [(west, row.north_m - row.depth_m), (east, row.north_m - row.depth_m), (east, row.north_m), (west, row.north_m)]
        band = Polygon(turned(np.array(ring), row.azimuth_deg))
        parts = polygons(shapely.intersection(band, self.standing.ahead), 1.0)
        return Scene.of([Polygon(part.exterior) for part in parts], [self.work.top_m] * len(parts))


def _next_line(sweep: _Sweep, within: tuple[int, int, int], worth_m2: float) -> tuple[int, Line] | None:
    """Best line below the top one: its floor area less the worth of the ground it uses up.

    Parameters
    ----------
    within
        First line, the number of lines, and how far below the first one the sun is likely to begin.
    """
    top, count, guess = within
    first = _first_sunny(sweep, top, count, guess)
    if first is None:
        return None

    def score(k: int) -> float:
        return sum(row.gfa_m2 for row in sweep.line(k)) - worth_m2 * (k - top)

    later = range(first, min(first + int(LATER_M / STEP_M), count))
    ranked = sorted(later, key=lambda k: (-score(k), k))
    sunny = (k for k in ranked[:PROBES] if k == first or sweep.is_sunny(k))
    best = next(sunny, first)
    return best, sweep.line(best)


def _first_sunny(sweep: _Sweep, top: int, count: int, guess: int) -> int | None:
    """Northernmost line in the sun: halved between one that is not and one that is, both sought from the guess on."""
    if not guess and sweep.is_sunny(top):
        return top
    dark, lit = top if not guess else top - 1, None
    for k in _outward(top, count, guess) if guess else _over(top, count):
        if sweep.is_sunny(k):
            lit = k
            break
        dark = k
    if lit is None:
        return None
    while lit - dark > 1:
        middle = (lit + dark) // 2
        if sweep.is_sunny(middle):
            lit = middle
        else:
            dark = middle
    return lit


def _over(top: int, count: int) -> list[int]:
    """Lines spread over all that is left."""
    return sorted({top + (count - 1 - top) * n // SCAN for n in range(1, SCAN + 1)} - {top})


def _outward(top: int, count: int, guess: int) -> list[int]:
    """Lines from just before a guess on, in widening steps to the last one."""
    steps = [-1, 0, *(2**n for n in range(1, count.bit_length() + 1))]
    return sorted({min(max(top + guess + step, top), count - 1) for step in steps})
