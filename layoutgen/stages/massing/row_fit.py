"""Slabs fitted into the free runs of one row: how many, of how many units, and where their gables stand."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

import shapely
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.tolerance import LENGTH_EPS_M
from layoutgen.stages.massing.rows_of_slabs import SlabPlan
from layoutgen.stages.massing.units import Placed, Unit, UnitKind, next_units, widest_unit_m

Run = tuple[float, float]  # from, to along the row's axis [m]
Gables = Sequence[tuple[float, float]]  # west and east gable of slabs that stand, along the row's axis [m]
OPENED = 0.5  # share of the gap by which it may open to fill the run
FEW_UNITS = 2  # no slab in rows has fewer units
SLENDER = 1.1  # a slab is at least so many times as long as deep: its long sides run along the row, where its lane is


@dataclass(frozen=True, slots=True, kw_only=True)
class SlabManner:
    """What the slabs of a row have in common."""

    storeys: int
    depth_m: float
    length_max_m: float
    units_max: int
    gap_m: float
    kinds: tuple[UnitKind, ...]
    few_units: int = FEW_UNITS

    @property
    def unit_m(self) -> float:
        """Width of the widest unit."""
        return widest_unit_m(self.kinds, self.depth_m)

    @property
    def fewest_units(self) -> int:
        """Units of the shortest slab."""
        narrowest = min(kind.floor_m2 for kind in self.kinds) / self.depth_m
        return max(self.few_units, ceil((self.depth_m * SLENDER - LENGTH_EPS_M) / narrowest))

    @property
    def most_units(self) -> int:
        """Units of the longest slab."""
        return max(self.fewest_units, min(self.units_max, int((self.length_max_m + LENGTH_EPS_M) / self.unit_m)))


def free_runs(areas: Sequence[tuple[BaseGeometry, float, float]]) -> tuple[Run, ...]:
    """Runs of x over which every strip (region, from y, to y) lies wholly inside its region."""
    west = min(region.bounds[0] for region, _, _ in areas)
    east = max(region.bounds[2] for region, _, _ in areas)
    taken: list[Run] = []
    for region, low, high in areas:
        rest = shapely.difference(shapely.box(west - 1.0, low, east + 1.0, high), region)
        taken.extend((part.bounds[0], part.bounds[2]) for part in shapely.get_parts(rest) if part.area > LENGTH_EPS_M)
    runs: list[Run] = []
    x = west
    for start, end in sorted(taken):
        if start > x:
            runs.append((x, start))
        x = max(x, end)
    if east > x:
        runs.append((x, east))
    return tuple(runs)


def unit_counts(length_m: float, manner: SlabManner) -> tuple[int, ...]:
    """Units of the slabs that fill a run best: most units, then the fewest slabs; the longer ones at the ends."""
    best: tuple[int, int] = (0, 0)
    most = manner.most_units
    for slabs in range(1, int(length_m / manner.unit_m) + 1):
        units = int((length_m + LENGTH_EPS_M - (slabs - 1) * manner.gap_m) / manner.unit_m)
        units = min(units, slabs * most)
        if units >= slabs * manner.fewest_units and units > best[0]:
            best = (units, slabs)
    units, slabs = best
    if not slabs:
        return ()
    even, longer = divmod(units, slabs)
    return tuple(even + (1 if n < longer else 0) for n in range(slabs))


def is_slender(units: Sequence[Unit], depth_m: float) -> bool:
    """Whether a slab of these units is long enough for its depth."""
    return sum(sum(unit) for unit in units) / depth_m >= depth_m * SLENDER - LENGTH_EPS_M


def fit_runs(runs: Sequence[Run], manner: SlabManner, placed: Placed, gables: Gables = ()) -> tuple[tuple[SlabPlan, ...], ...]:
    """Slabs of every run of a line that holds any; between runs the gap is kept as it is inside them."""
    found: list[tuple[SlabPlan, ...]] = []
    free_from = float("-inf")
    for west, east in runs:
        slabs = fit_slabs((max(west, free_from), east), manner, placed, gables)
        if slabs:
            found.append(slabs)
            free_from = slabs[-1].west_m + slabs[-1].floor_m2 / manner.depth_m + manner.gap_m
    return tuple(found)


def fit_slabs(run: Run, manner: SlabManner, placed: Placed, gables: Gables = ()) -> tuple[SlabPlan, ...]:
    """Slabs of a row in one run; where they can, their gables stand in line with those of the rows before."""
    counts = unit_counts(run[1] - run[0], manner)
    if not counts:
        return ()
    units = next_units(manner.kinds, counts[0], manner.storeys, placed)
    widths = [sum(sum(unit) for unit in units[:count]) / manner.depth_m for count in counts]
    wests = _wests(run, widths, manner.gap_m, gables)
    return tuple(
        SlabPlan(west_m=west, units=units[:count], storeys=manner.storeys) for west, count in zip(wests, counts, strict=True)
    )


def _wests(run: Run, widths: Sequence[float], gap_m: float, gables: Gables) -> tuple[float, ...]:
    """West gables of the slabs: most gables in line with those before, then as near the run's middle as can be."""
    spaces = len(widths) - 1
    spare = run[1] - run[0] - sum(widths) - gap_m * spaces
    widest = gap_m + (min(spare / spaces, gap_m * OPENED) if spaces else 0.0)
    steps = sorted({gap_m, widest, *(g for g in _gaps(gables) if spaces and gap_m <= g <= widest)}, reverse=True)
    ways = [way for gap in steps for way in _ways(run, widths, gap, gables)]
    middle = (run[0] + run[1] - sum(widths)) / 2.0

    def order(way: tuple[float, ...]) -> tuple[float, float]:
        return (-_in_line(way, widths, gables), round(abs(way[0] - middle + (way[-1] + widths[-1] - way[0]) / 2.0), 3))

    return min(ways, key=order)


def _gaps(gables: Gables) -> list[float]:
    return [b[0] - a[1] for a, b in pairwise(gables)]


def _ways(run: Run, widths: Sequence[float], gap_m: float, gables: Gables) -> list[tuple[float, ...]]:
    """Places for slabs with one gap between: in the middle of the run, and with a gable under each of those before."""
    offsets = [sum(widths[:n]) + gap_m * n for n in range(len(widths))]
    spare = run[1] - run[0] - offsets[-1] - widths[-1]
    starts = [run[0] + spare / 2.0]
    for west, east in gables:
        for offset, width in zip(offsets, widths, strict=True):
            starts.extend((west - offset, east - offset - width))
    fitting = [s for s in starts if run[0] - LENGTH_EPS_M <= s <= run[0] + spare + LENGTH_EPS_M]
    return [tuple(start + offset for offset in offsets) for start in (fitting or starts[:1])]


def _in_line(wests: Sequence[float], widths: Sequence[float], gables: Gables) -> int:
    """How many gables stand in line with earlier ones."""
    ends = [(west, west + width) for west, width in zip(wests, widths, strict=True)]
    return sum(any(abs(end[k] - other[k]) <= LENGTH_EPS_M for other in gables) for end in ends for k in (0, 1))
