"""Slabs fitted into the free runs of one row: how many, of how many units, and where their gables stand."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

import shapely
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.tolerance import LENGTH_EPS_M
from layoutgen.stages.massing.rows_of_slabs import SlabPlan
from layoutgen.stages.massing.units import Placed, Unit, UnitKind, next_units, widest_unit_m

Run = tuple[float, float]  # from, to along the row's axis [m]
FEW_UNITS = 2  # a slab of one unit stands only where no longer one fits
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
    is_porous: bool = False  # as many short slabs as go in, instead of few long ones

    @property
    def unit_m(self) -> float:
        """Width of the widest unit."""
        return widest_unit_m(self.kinds, self.depth_m)

    @property
    def fewest_units(self) -> int:
        """Units of the shortest slab."""
        narrowest = min(kind.floor_m2 for kind in self.kinds) / self.depth_m
        return max(1, ceil((self.depth_m * SLENDER - LENGTH_EPS_M) / narrowest))

    @property
    def most_units(self) -> int:
        """Units of the longest slab."""
        return max(1, min(self.units_max, int((self.length_max_m + LENGTH_EPS_M) / self.unit_m)))


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
    most = min(FEW_UNITS, manner.most_units) if manner.is_porous else manner.most_units
    for slabs in range(1, int(length_m / manner.unit_m) + 1):
        units = int((length_m + LENGTH_EPS_M - (slabs - 1) * manner.gap_m) / manner.unit_m)
        units = min(units, slabs * most)
        if units >= (slabs * max(FEW_UNITS, manner.fewest_units) if slabs > 1 else manner.fewest_units) and units > best[0]:
            best = (units, slabs)
    units, slabs = best
    if not slabs:
        return ()
    even, longer = divmod(units, slabs)
    return tuple(even + (1 if n < longer else 0) for n in range(slabs))


def is_slender(units: Sequence[Unit], depth_m: float) -> bool:
    """Whether a slab of these units is long enough for its depth."""
    return sum(sum(unit) for unit in units) / depth_m >= depth_m * SLENDER - LENGTH_EPS_M


def fit_runs(
    runs: Sequence[Run], manner: SlabManner, placed: Placed, anchor_m: float | None
) -> tuple[tuple[SlabPlan, ...], ...]:
    """Slabs of every run of a line that holds any; between runs the gap is kept as it is inside them."""
    found: list[tuple[SlabPlan, ...]] = []
    free_from = float("-inf")
    for west, east in runs:
        slabs = fit_slabs((max(west, free_from), east), manner, placed, anchor_m)
        if slabs:
            found.append(slabs)
            free_from = slabs[-1].west_m + slabs[-1].floor_m2 / manner.depth_m + manner.gap_m
    return tuple(found)


def fit_slabs(run: Run, manner: SlabManner, placed: Placed, anchor_m: float | None) -> tuple[SlabPlan, ...]:
    """Slabs of a row in one run; their west gable stands under the gable of the row before where it can."""
    counts = unit_counts(run[1] - run[0], manner)
    if not counts:
        return ()
    units = next_units(manner.kinds, counts[0], manner.storeys, placed)
    widths = [sum(sum(unit) for unit in units[:count]) / manner.depth_m for count in counts]
    spare = run[1] - run[0] - sum(widths) - manner.gap_m * (len(counts) - 1)
    opened = min(spare / max(len(counts) - 1, 1), manner.gap_m / 2.0) if len(counts) > 1 else 0.0
    gap = manner.gap_m + opened
    total = sum(widths) + gap * (len(counts) - 1)
    x = _start(run, total, anchor_m)
    slabs = []
    for count, width in zip(counts, widths, strict=True):
        slabs.append(SlabPlan(west_m=x, units=units[:count], storeys=manner.storeys))
        x += width + gap
    return tuple(slabs)


def _start(run: Run, total_m: float, anchor_m: float | None) -> float:
    if anchor_m is not None and run[0] - LENGTH_EPS_M <= anchor_m <= run[1] - total_m + LENGTH_EPS_M:
        return anchor_m
    return (run[0] + run[1] - total_m) / 2.0
