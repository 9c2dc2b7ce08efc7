"""One cell filled by a lattice of slots: chosen by the table of pitches, proved by the exact sun, surplus slabs left out."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from math import hypot

import numpy as np
import shapely

from layoutgen.stages.massing.cell_work import STEP_M, CellWork
from layoutgen.stages.massing.lattice import Lattice, dealt_columns
from layoutgen.stages.massing.lattice_choice import LatticeChoice, Slots, all_slots, even_choices, loose_choice
from layoutgen.stages.massing.line_sweep import swept
from layoutgen.stages.massing.rows_of_slabs import RowPlan, SlabPlan, openings, turned
from layoutgen.stages.massing.standing import Standing, seen, stand
from layoutgen.sunlight.scene import Scene

TRIES = 4  # even lattices that the exact sun is asked about
LOOSE_TRIES = 2  # lattices that are filled line by line
DARK_SHARE = 0.25  # a lattice that would lose more of its slabs to shade is given up
ROUNDS = 3  # of leaving out what is dark
REACH_M = 150.0  # how far into the cells still to be filled a lattice is thought on
PAIR = 2  # slabs of a line that leave one alone when one goes
EVEN = 1.01  # lines of unlike distances must carry so much more


def fill_by_lattice(work: CellWork, ask_m2: float) -> Standing:
    """Add the most regular lattice of slabs that carries the asked floor area; where none does, one that carries most."""
    kinds = all_slots(work)
    even = _best_even(work, kinds, ask_m2)
    if even and _gfa_m2(even) >= ask_m2:
        return stand(work.standing, without_surplus(even, ask_m2), work.choices)
    after, most = stand(work.standing, even, work.choices) if even else work.standing, _gfa_m2(even) * EVEN
    for choice in _loose(work, kinds, ask_m2):
        usual = int(choice.slots.pitches[-1])
        lattice = _lattice(work, choice, len(work.runs.norths) // usual + 1)
        trial = swept(work, ask_m2, lattice, usual_m=usual * STEP_M)
        gained = _gfa_m2(trial.rows[len(work.standing.rows) :])
        if gained > most:
            after, most = trial, gained
        if most >= ask_m2:
            break
    return after


def _best_even(work: CellWork, kinds: Sequence[Slots], ask_m2: float) -> tuple[RowPlan, ...]:
    """Rows of one pitch that carry the ask in the sun; else those that carry most of the few that are tried."""
    choices = [choice for slots in kinds for choice in even_choices(slots, work, ask_m2)]
    choices.sort(key=lambda c: (-round(c.worth, 6), c.slots.size.units, c.lines, c.west_m))
    best: tuple[RowPlan, ...] = ()
    for choice in choices[:TRIES]:
        if choice.gfa_m2 > _gfa_m2(best):
            best = max((best, _lit(work, choice)), key=_gfa_m2)
        if _gfa_m2(best) >= ask_m2:
            break
    return best


def _loose(work: CellWork, kinds: Sequence[Slots], ask_m2: float) -> list[LatticeChoice]:
    """Lattices to be filled line by line, the best of each number of units and offset."""
    choices = [loose_choice(slots, work, ask_m2) for slots in kinds]
    choices.sort(key=lambda c: (-round(c.worth, 6), c.slots.size.units, c.west_m))
    first = {(c.slots.size.units, c.slots.offset): c for c in reversed(choices)}
    return [c for c in choices if first[c.slots.size.units, c.slots.offset] is c][:LOOSE_TRIES]


def _gfa_m2(rows: Sequence[RowPlan]) -> float:
    return sum(row.gfa_m2 for row in rows)


def _lit(work: CellWork, choice: LatticeChoice) -> tuple[RowPlan, ...]:
    """Rows of a choice, without what is dark; none where others would lose their sun or too much is dark."""
    lattice = _lattice(work, choice, len(choice.lines))
    rows = _rows(work, lattice, choice)
    foreseen = _foreseen(work, lattice, choice)
    slabs = sum(len(row.slabs) for row in rows)
    for _ in range(ROUNDS):
        dark = _dark(work, rows, foreseen)
        if not dark:
            spares = work.standing.sun.spares(seen(rows, work.choices)[0].plus(foreseen))
            return rows if spares else ()
        rows = _without(rows, dark)
        if sum(len(row.slabs) for row in rows) < (1.0 - DARK_SHARE) * slabs:
            return ()
    return ()


def _lattice(work: CellWork, choice: LatticeChoice, lines: int) -> Lattice:
    size, runs = choice.slots.size, work.runs
    slots = int((runs.easts.max() - runs.wests.min()) / size.slot_m) + 2
    return Lattice(
        columns=dealt_columns(work.manner, size.units, slots, lines, work.standing.placed),
        slot_m=size.slot_m,
        west_m=choice.west_m,
        offset=choice.slots.offset,
        step_m=choice.step_m,
        fewest_units=size.fewest,
    )


def _rows(work: CellWork, lattice: Lattice, choice: LatticeChoice) -> tuple[RowPlan, ...]:
    found = (
        work.row(line, lattice.slabs(number, run, work.manner))
        for number, line in enumerate(choice.lines)
        for run in work.runs.of(line)
    )
    return tuple(row for row in found if row.slabs)


def _foreseen(work: CellWork, lattice: Lattice, choice: LatticeChoice) -> Scene:
    """The same lattice thought on through the cells still to be filled, so that they may have it too."""
    if work.standing.ahead.is_empty:
        return Scene.of((), ())
    runs, depth, length = work.runs, work.manner.depth_m, choice.slots.size.slab_m
    west, east = float(runs.wests.min()) - REACH_M, float(runs.easts.max()) + REACH_M
    boxes: list[tuple[float, float, float, float]] = []
    for number, line in enumerate(choice.lines):
        north, origin = float(runs.norths[line]), lattice.west_m + lattice.aside_m(number)
        first, last = np.ceil((west - origin) / lattice.slot_m), np.floor((east - origin) / lattice.slot_m)
        boxes.extend((w, north - depth, w + length, north) for w in origin + lattice.slot_m * np.arange(first, last + 1))
    table = np.array(boxes).reshape(-1, 4)
    middles = turned((table[:, :2] + table[:, 2:]) / 2.0, work.ground.azimuth_deg)
    return work.scene(table[shapely.contains_xy(work.standing.ahead, middles)])


def _dark(work: CellWork, rows: Sequence[RowPlan], foreseen: Scene) -> set[tuple[int, int]]:
    """Slabs with a window short of sun, as row and place in it."""
    if not rows:
        return set()
    width, sun = work.choices.housing.window_width_m, work.standing.sun
    owners = [
        (r, k) for r, row in enumerate(rows) for k, slab in enumerate(row.slabs) for _ in openings(slab, row.depth_m, width)
    ]
    scene, lines, sills = seen(rows, work.choices)
    minutes = sun.minutes(lines, sills, sun.scene.plus(scene).plus(foreseen), sun.dwellings.sun)
    return {owners[int(n)] for n in np.flatnonzero(minutes < sun.least_minutes)}


def _without(rows: Sequence[RowPlan], out: set[tuple[int, int]]) -> tuple[RowPlan, ...]:
    left = (replace(row, slabs=tuple(s for k, s in enumerate(row.slabs) if (r, k) not in out)) for r, row in enumerate(rows))
    return tuple(row for row in left if row.slabs)


def without_surplus(rows: Sequence[RowPlan], ask_m2: float) -> tuple[RowPlan, ...]:
    """Rows without slabs that an ask does not need: short ones first, then one that leaves a court in the middle.

    A line of two loses none, for one would stand alone: storeys are taken off such rows when all is trimmed.
    """
    kept = tuple(rows)
    middle, most = _middle(kept), max(len(slab.units) for row in kept for slab in row.slabs)
    while True:
        spare = _gfa_m2(kept) - ask_m2
        beside = Counter(row.north_m for row in kept for _ in row.slabs)
        able = [
            (int(len(slab.units) == most), _distance_m(row, slab, middle), r, k)
            for r, row in enumerate(kept)
            for k, slab in enumerate(row.slabs)
            if slab.gfa_m2 <= spare and beside[row.north_m] != PAIR
        ]
        if not able:
            return kept
        kept = _without(kept, {min(able)[2:]})


def _distance_m(row: RowPlan, slab: SlabPlan, point: tuple[float, float]) -> float:
    """From a point of the frame to a slab's middle [m]."""
    x, y = (slab.west_m + row.east_m(slab)) / 2.0, row.north_m - row.depth_m / 2.0
    return hypot(x - point[0], y - point[1])


def _middle(rows: Sequence[RowPlan]) -> tuple[float, float]:
    """Middle of the ground that rows stand on, in their frame."""
    wests, easts = [row.slabs[0].west_m for row in rows], [row.east_m(row.slabs[-1]) for row in rows]
    norths = [row.north_m for row in rows]
    return (min(wests) + max(easts)) / 2.0, (max(norths) + min(norths) - rows[0].depth_m) / 2.0
