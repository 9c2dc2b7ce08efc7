"""What every line of a cell's ground carries for one type of slab, and the most that lines a pitch apart carry together."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from layoutgen.geometry.tolerance import LENGTH_EPS_M
from layoutgen.stages.massing.cell_ground import CellGround
from layoutgen.stages.massing.line_runs import runs_between, runs_of_lines
from layoutgen.stages.massing.row_fit import Run, SlabManner, unit_counts

STEP_M = 1.5  # between the lines that are asked, north to south [m]


Wall = tuple[float, float, float, float]  # a south wall: from x, to x, its y, and how far before it the sun asks for room [m]


@dataclass(frozen=True, slots=True, kw_only=True)
class LineTable:
    """North-wall lines of a cell, in the frame of its rows, north to south."""

    ys: tuple[float, ...]
    runs: tuple[tuple[Run, ...], ...]  # free for walls, by line
    known: dict[SlabManner, tuple[float, ...]] = field(default_factory=dict)  # floor areas of one storey by manner and line

    def most(self, manner: SlabManner, gap_m: float, walls: Sequence[Wall] = ()) -> tuple[float, tuple[int, ...]]:
        """Greatest floor area of one storey on lines at least a gap apart, and the numbers of those lines.

        Parameters
        ----------
        manner
            Of the slabs on the lines.
        gap_m
            Clear distance from a row's north walls to the south walls of what stands before it.
        walls
            South walls and windows that rows of the ground may not shade.
        """
        floors_m2 = self.floors_m2(manner, walls)
        count, pitch = len(self.ys), manner.depth_m + gap_m
        best, follower = [0.0] * (count + 1), [count] * count
        souths = [-y for y in self.ys]
        for k in range(count - 1, -1, -1):
            follower[k] = bisect_left(souths, pitch - self.ys[k] - LENGTH_EPS_M)
            best[k] = max(best[k + 1], floors_m2[k] + best[follower[k]])
        lines: list[int] = []
        k = 0
        while k < count:
            if best[k] > best[k + 1]:
                lines.append(k)
                k = follower[k]
            else:
                k += 1
        return best[0], tuple(lines)

    def only(self, line: int) -> "LineTable":
        """Table of one line alone."""
        return LineTable(ys=self.ys[line : line + 1], runs=self.runs[line : line + 1])

    def floors_m2(self, manner: SlabManner, walls: Sequence[Wall] = ()) -> list[float]:
        """Floor area of one storey of the slabs that each line holds, where they leave the walls their sun."""
        low = replace(manner, storeys=0)
        if low not in self.known:
            self.known[low] = tuple(_floor_m2(runs, low) for runs in self.runs)
        found = list(self.known[low])
        for line, y in enumerate(self.ys):
            shaded = sorted((west, east) for west, east, wall_y, gap in walls if y < wall_y < y + gap)
            if shaded:
                found[line] = _floor_m2(_beside(shaded, self.runs[line]), low)
        return found


def _beside(shaded: Sequence[Run], runs: Sequence[Run]) -> list[Run]:
    """What shaded stretches, west to east, leave of runs."""
    starts, ends = [start for start, _ in shaded], [end for _, end in shaded]
    return [part for run in runs for part in runs_between(starts, ends, run)]


def _floor_m2(runs: Sequence[Run], manner: SlabManner) -> float:
    """Floor area of one storey that slabs in the runs have."""
    storey_m2 = sum(kind.floor_m2 * kind.share for kind in manner.kinds)
    return storey_m2 * sum(_units(int(10.0 * (run[1] - run[0])), manner) for run in runs)


@lru_cache(maxsize=100_000)
def _units(length_dm: int, manner: SlabManner) -> int:
    return sum(unit_counts(length_dm / 10.0, manner))


def line_table(ground: CellGround, depth_m: float, clear_m: float) -> LineTable:
    """Measure every line of a ground.

    Parameters
    ----------
    clear_m
        Free ground of the cell that slabs need north of their walls.
    """
    _, south, _, north = ground.buildable.bounds
    count = int((north - south - depth_m) / STEP_M) + 1 if north - south >= depth_m else 0
    ys = tuple(north - STEP_M * k for k in range(count))
    runs = runs_of_lines(ys, ground, depth_m, clear_m) if ys else None
    return LineTable(ys=ys, runs=tuple(runs.of(k) for k in range(count)) if runs else ())
