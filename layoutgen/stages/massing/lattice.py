"""A lattice of slots: slabs of one length with one gap between, from line to line in place or one constant offset aside."""

from dataclasses import dataclass
from enum import Enum
from math import ceil, floor

from layoutgen.geometry.tolerance import LENGTH_EPS_M
from layoutgen.stages.massing.row_fit import Run, SlabManner
from layoutgen.stages.massing.rows_of_slabs import SlabPlan
from layoutgen.stages.massing.units import Placed, Unit, next_units


class Offset(Enum):
    """How the slots of a line stand to those of the line before."""

    NONE = "none"  # gables in line
    BRICK = "brick"  # every other line half a slot aside
    STEP = "step"  # every line the same further aside


@dataclass(frozen=True, slots=True, kw_only=True)
class Lattice:
    """Slots of a cell, in the frame of its rows."""

    columns: tuple[tuple[Unit, ...], ...]  # units of the slots, dealt out west to east and over again
    slot_m: float  # from west gable to west gable
    west_m: float  # of slot 0 on line 0
    offset: Offset
    step_m: float  # aside from line to line, with its sign
    fewest_units: int  # of a slab at the end of a run

    def aside_m(self, line: int) -> float:
        """How far the slots of a line stand aside of those of line 0."""
        return self.step_m * (line % 2 if self.offset is Offset.BRICK else line)

    def slabs(self, line: int, run: Run, manner: SlabManner) -> tuple[SlabPlan, ...]:
        """Slabs of one line that stand within a run; one that would leave it loses units at that end."""
        origin = self.west_m + self.aside_m(line)
        first, last = floor((run[0] - origin) / self.slot_m), ceil((run[1] - origin) / self.slot_m)
        found = (self._slab(slot, origin + slot * self.slot_m, run, manner) for slot in range(first, last + 1))
        return tuple(slab for slab in found if slab is not None)

    def _slab(self, slot: int, west_m: float, run: Run, manner: SlabManner) -> SlabPlan | None:
        units = self.columns[slot % len(self.columns)]
        widths = [sum(unit) / manner.depth_m for unit in units]
        least = min(self.fewest_units, len(units))
        for count in range(len(units), least - 1, -1):
            for start in (0, len(units) - count):
                low, high = west_m + sum(widths[:start]), west_m + sum(widths[: start + count])
                if low >= run[0] - LENGTH_EPS_M and high <= run[1] + LENGTH_EPS_M:
                    return SlabPlan(west_m=low, units=units[start : start + count], storeys=manner.storeys)
        return None


def dealt_columns(manner: SlabManner, units: int, slots: int, lines: int, placed: Placed) -> tuple[tuple[Unit, ...], ...]:
    """Units of every slot of a line, so that the mix comes out when each stands on so many lines.

    Parameters
    ----------
    slots
        How many slots to deal out.
    """
    so_far = placed.copy()
    columns: list[tuple[Unit, ...]] = []
    for _ in range(slots):
        chosen = next_units(manner.kinds, units, manner.storeys * lines, so_far)
        columns.append(chosen)
        for unit in chosen:
            so_far[unit] += manner.storeys * lines
    return tuple(columns)
