"""Which lattices may fill a cell, the best first: floor area reached as asked, then regularity, before any sun is measured."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from layoutgen.stages.massing.cell_work import STEP_M, CellWork
from layoutgen.stages.massing.lattice import Offset
from layoutgen.stages.massing.line_runs import LineRuns
from layoutgen.stages.massing.slot_counts import Floats, Ints, SlotCounts, SlotSize, slot_counts

STARTS = 4  # places of the first line that are tried
SLOPE_MIN = 0.04  # sides that lean less are upright: 1 in 25
LINES_MIN = 3  # lines that tell how a side leans
GAPS_MAX = 3.0  # slabs stand no farther apart than so many gaps
REACHED = 20.0  # what the asked floor area is worth beside one wholly irregular thing
SHORT, LONE, EMPTY = 1.0, 0.6, 1.0  # irregular: shares of short slabs, of lines with one slab, of lines with none
ASIDE = {Offset.NONE: 0.0, Offset.STEP: 0.25, Offset.BRICK: 0.35}
FEWER_UNITS = 0.15  # for each unit that slabs are shorter than they may be
SURPLUS = 0.3  # floor area beyond the ask, as a share of it
DEEP = 0.3  # depth that lines take from the ground south of them, as a share: they are spread when all stand
SHORT_UNITS, LONE_UNITS = 0.4, 0.3  # what a short slab and a line with one slab are worth less, in units


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Slots:
    """Slots of one size with one offset from line to line, and what the lines of a cell take of them."""

    size: SlotSize
    offset: Offset
    slope: float  # of a stepped lattice: metres aside for a metre south
    counts: SlotCounts
    pitches: Ints  # (slabs in a line + 1,) lines from one line to the next, by the table of the sun

    def aside_m(self, pitch: Ints) -> Floats:
        """How far lines stand aside of those before, by the number of lines between."""
        if self.offset is Offset.BRICK:
            return np.full(np.shape(pitch), self.size.slot_m / 2.0)
        return np.asarray(self.slope * STEP_M * pitch, dtype=np.float64)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LatticeChoice:
    """Slots in their place."""

    slots: Slots
    step_m: float  # aside from line to line
    west_m: float
    lines: tuple[int, ...]  # by their numbers, north to south; none where they are still to be found
    worth: float
    gfa_m2: float

    @property
    def pitch(self) -> int:
        """Lines from one line to the next."""
        return self.lines[1] - self.lines[0] if len(self.lines) > 1 else 0


def all_slots(work: CellWork) -> list[Slots]:
    """Sizes and offsets worth trying in a cell."""
    found: list[Slots] = []
    slopes = _slopes(work.runs)
    for size in _sizes(work):
        counts = slot_counts(work.runs, size)
        most = int(counts.slabs.max())
        if not most:
            continue
        pitches = [work.pitch_m(size.slab_m, size.slot_m, max(slots, 1)) for slots in range(most + 1)]
        make = partial(Slots, size=size, counts=counts, pitches=np.ceil(np.array(pitches) / STEP_M - 1e-9).astype(np.int64))
        found.extend(make(offset=offset, slope=0.0) for offset in (Offset.NONE, Offset.BRICK))
        found.extend(make(offset=Offset.STEP, slope=slope) for slope in slopes)
    return found


def _sizes(work: CellWork) -> Iterator[SlotSize]:
    """Slabs of as many units as may be and fewer; gaps as small as may be, and opened to fill the longest run."""
    manner, runs = work.manner, work.runs
    longest = float((runs.easts - runs.wests).max()) if len(runs.wests) else 0.0
    for units in range(manner.most_units, manner.fewest_units - 1, -1):
        slab = units * manner.unit_m
        least = slab + manner.gap_m
        most = int((longest - slab) / least) if longest >= slab else 0
        widths = {least, *((longest - slab) / spaces for spaces in (most, most - 1) if spaces > 0)}
        for slot in sorted(width for width in widths if width <= slab + GAPS_MAX * manner.gap_m):
            yield SlotSize(units=units, fewest=min(units, manner.fewest_units), unit_m=manner.unit_m, slot_m=slot)


def _slopes(runs: LineRuns) -> tuple[float, ...]:
    """How far the sides of the ground lean, as metres east for each metre south."""
    lines, first = np.unique(runs.owners, return_index=True)
    if len(lines) < LINES_MIN:
        return ()
    last = np.append(first[1:], len(runs.owners)) - 1
    south = -runs.norths[lines]
    west, east = (float(np.polyfit(south, ends, 1)[0]) for ends in (runs.wests[first], runs.easts[last]))
    return tuple(sorted({s for s in (west, east, (west + east) / 2.0) if abs(s) > SLOPE_MIN}))


def even_choices(slots: Slots, work: CellWork, ask_m2: float) -> Iterator[LatticeChoice]:
    """Best place of the slots on each number of lines of one pitch, as wide as the sun asks of the fullest line."""
    stacks = _stacks(len(work.runs.norths), int(slots.pitches[-1]))
    first, pitch, lines = (np.array(column) for column in zip(*stacks, strict=True))
    number = np.arange(int(lines.max()))
    at = np.where(number < lines[:, None], first[:, None] + number * pitch[:, None], len(work.runs.norths))
    turns = number % 2 if slots.offset is Offset.BRICK else number
    aside = slots.aside_m(pitch)
    taken = _taken(slots, at, aside[:, None] * turns)
    worth, gfa = _worth(slots, work, ask_m2, taken, (first + pitch * (lines - 1), lines))
    for count in np.unique(lines):
        group = np.flatnonzero(lines == count)
        k = int(group[worth[group].max(axis=1).argmax()])
        place = middle_of_best(worth[k])
        if gfa[k, place] > 0.0:
            yield LatticeChoice(
                slots=slots,
                step_m=float(aside[k]),
                west_m=place * slots.size.place_m,
                lines=tuple(int(line) for line in at[k, :count]),
                worth=float(worth[k, place]),
                gfa_m2=float(gfa[k, place]),
            )


def _stacks(count: int, least: int) -> list[tuple[int, int, int]]:
    """First line, lines from one to the next, and how many: as many as the sun lets stand, and fewer."""
    found: set[tuple[int, int, int]] = set()
    for lines in range(1, 2 + (count - 1) // least):
        spare = count - 1 - least * (lines - 1)
        found.update((spare * n // (STARTS - 1), least, lines) for n in range(STARTS))
    return sorted(found)


Taken = tuple[Ints, Ints, Ints]  # units, slabs and short slabs by stack, line and place


def _taken(slots: Slots, at: Ints, aside_m: Floats) -> Taken:
    """What stacks of lines take, for every place of the slots on the first one."""
    size, counts = slots.size, slots.counts
    place = (np.arange(size.places) + np.round(aside_m / size.place_m).astype(np.int64)[:, :, None]) % size.places
    line = at[:, :, None]
    return counts.units[line, place], counts.slabs[line, place], counts.short[line, place]


def _worth(slots: Slots, work: CellWork, ask_m2: float, taken: Taken, stacks: tuple[Ints, Ints]) -> tuple[Floats, Floats]:
    """Worth and floor area by stack and place."""
    units, slabs, short = taken
    last, lines = stacks
    gfa = units.sum(axis=1) * (slots.size.unit_m * work.manner.depth_m * work.manner.storeys)
    is_line = np.arange(units.shape[1]) < lines[:, None]
    lone = ((slabs == 1) & (slabs.max(axis=1, keepdims=True) > 1)).sum(axis=1) / lines[:, None]
    empty = ((slabs == 0) & is_line[:, :, None]).sum(axis=1) / lines[:, None]
    irregular = SHORT * short.sum(axis=1) / np.maximum(slabs.sum(axis=1), 1) + LONE * lone + EMPTY * empty
    return _valued(slots, work, gfa, ask_m2) - irregular - DEEP * last[:, None] / len(work.runs.norths), gfa


def _valued(slots: Slots, work: CellWork, gfa_m2: Floats, ask_m2: float) -> Floats:
    """What a floor area in slots of a kind is worth."""
    reached = gfa_m2 / max(ask_m2, 1.0)
    plain = ASIDE[slots.offset] + FEWER_UNITS * (work.manner.most_units - slots.size.units)
    return REACHED * np.minimum(reached, 1.0) - SURPLUS * np.maximum(reached - 1.0, 0.0) - plain


def loose_choice(slots: Slots, work: CellWork, ask_m2: float) -> LatticeChoice:
    """Best place of the slots where every line stands as far from the next as the sun asks of its own slabs."""
    size, counts = slots.size, slots.counts
    lines = len(work.runs.norths)
    worth = counts.units - SHORT_UNITS * counts.short - LONE_UNITS * ((counts.slabs == 1) & (len(slots.pitches) > 2))
    usual = int(slots.pitches[-1])
    step = float(slots.aside_m(np.array(usual)))
    places = (np.arange(size.places) + round(step / size.place_m)) % size.places
    best = np.zeros((lines + int(slots.pitches.max()) + 1, size.places))
    for k in range(lines - 1, -1, -1):
        following = best[k + slots.pitches[counts.slabs[k]], places]
        best[k] = np.maximum(best[k + 1], worth[k] + following)
    gfa = best[0] * (size.unit_m * work.manner.depth_m * work.manner.storeys)
    valued = _valued(slots, work, gfa, ask_m2)
    place = middle_of_best(valued)
    return LatticeChoice(
        slots=slots,
        step_m=step,
        west_m=place * size.place_m,
        lines=(),
        worth=float(valued[place]),
        gfa_m2=float(gfa[place]),
    )


def middle_of_best(worth: Floats | Sequence[float]) -> int:
    """Best place, or the middle of those around it that are as good, round the slot."""
    values = np.asarray(worth)
    best, count = int(values.argmax()), len(values)
    good = np.roll(values >= values[best] - 1e-9, -best)
    if good.all():
        return best
    high, low = int(np.argmin(good)) - 1, int(np.argmin(good[::-1]))
    return (best + (high - low) // 2) % count
