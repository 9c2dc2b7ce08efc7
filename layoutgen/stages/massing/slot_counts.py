"""How many slabs and units every line of a cell takes, for every place that a lattice of slots may have along it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from layoutgen.geometry.tolerance import LENGTH_EPS_M
from layoutgen.stages.massing.line_runs import LineRuns

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
PLACE_M = 1.0  # about the spacing of the places that are tried [m]


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotSize:
    """Slots of one lattice: units of a slab, the fewest of one at the end of a run, a unit's width, gable to gable."""

    units: int
    fewest: int
    unit_m: float
    slot_m: float

    @property
    def slab_m(self) -> float:
        """Length of a slab."""
        return self.units * self.unit_m

    @property
    def places(self) -> int:
        """How many places along a line differ."""
        return max(round(self.slot_m / PLACE_M), 1)

    @property
    def place_m(self) -> float:
        """From place to place [m]."""
        return self.slot_m / self.places


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SlotCounts:
    """By line and by place (lines, places); one line more, the last, is empty."""

    units: Ints
    slabs: Ints
    short: Ints  # slabs with fewer units than the others


def slot_counts(runs: LineRuns, size: SlotSize) -> SlotCounts:
    """Count what each line takes when a slot's west gable stands at each place."""
    places = np.arange(size.places) * size.place_m
    west, east = runs.wests[:, None], runs.easts[:, None]
    first = np.ceil((west - places - LENGTH_EPS_M) / size.slot_m)
    last = np.floor((east - size.slab_m - places + LENGTH_EPS_M) / size.slot_m)
    whole = np.maximum(last - first + 1.0, 0.0)
    east_gable = places + (first - 1.0) * size.slot_m + size.slab_m
    at_west = _units_kept(east_gable - west, size) * (east_gable <= east + LENGTH_EPS_M)
    west_gable = places + (last + 1.0) * size.slot_m
    at_east = _units_kept(east - west_gable, size) * (west_gable >= west - LENGTH_EPS_M)
    short = (at_west > 0).astype(np.int64) + (at_east > 0)
    slabs = whole.astype(np.int64) + short
    units = (whole * size.units).astype(np.int64) + at_west + at_east
    return SlotCounts(units=_by_line(units, runs), slabs=_by_line(slabs, runs), short=_by_line(short, runs))


def _units_kept(length_m: Floats, size: SlotSize) -> Ints:
    """Units of a slab of which only so much lies in its run; none where those would be too few."""
    count = np.minimum(np.floor((length_m + LENGTH_EPS_M) / size.unit_m), size.units - 1.0)
    return np.where(count >= size.fewest, count, 0.0).astype(np.int64)


def _by_line(counts: Ints, runs: LineRuns) -> Ints:
    found = np.zeros((len(runs.norths) + 1, counts.shape[1]), dtype=np.int64)
    np.add.at(found, runs.owners, counts)
    return found
