"""The last word: gaps and windows of the finished homes measured again, and what fails taken back."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import shapely
from shapely.geometry import Polygon

from layoutgen.geometry.tolerance import LENGTH_EPS_M
from layoutgen.model.choices import Choices
from layoutgen.stages.massing.clearances import gable_gap_m, is_high
from layoutgen.stages.massing.rows_of_slabs import RowPlan, fire_height_m, footprints, openings
from layoutgen.stages.massing.site_sun import MARGIN_MIN, SiteSun
from layoutgen.stages.massing.standing import seen

ROUNDS = 12


def apart(rows: Sequence[RowPlan], fixed: Sequence[tuple[Polygon, bool]], choices: Choices) -> tuple[RowPlan, ...]:
    """Rows whose slabs keep their gaps to each other and to what stands; of two too near the smaller goes.

    Parameters
    ----------
    fixed
        Footprints of other buildings, and whether they are high-rise.
    """
    slabs = [(r, k) for r, row in enumerate(rows) for k in range(len(row.slabs))]
    order = sorted(slabs, key=lambda at: (-rows[at[0]].slabs[at[1]].gfa_m2, at))
    shapes = {(r, k): shape for r, row in enumerate(rows) for k, shape in enumerate(footprints(row))}
    stood = list(fixed)
    kept: set[tuple[int, int]] = set()
    for r, k in order:
        shape, fire = shapes[r, k], fire_height_m(rows[r].slabs[k].storeys, choices.housing)
        distances = shapely.distance(shape, np.array([other for other, _ in stood], dtype=object))
        gaps = [gable_gap_m(fire, other_is_high, choices) for _, other_is_high in stood]
        if (distances >= np.array(gaps) - LENGTH_EPS_M).all():
            kept.add((r, k))
            stood.append((shape, is_high(fire, choices)))
    left = [replace(row, slabs=tuple(s for k, s in enumerate(row.slabs) if (r, k) in kept)) for r, row in enumerate(rows)]
    return tuple(row for row in left if row.slabs)


def proven(base: SiteSun, rows: Sequence[RowPlan], sound: Sequence[RowPlan], choices: Choices) -> tuple[RowPlan, ...]:
    """Rows of which every window has its sun.

    A slab whose windows fail gets the units it was placed with; where that is not enough, it goes.

    Parameters
    ----------
    base
        The sun before any home stood.
    sound
        The same rows with the units they were placed with.
    """
    kept = list(rows)
    for attempt in range(ROUNDS):
        failing = _failing(base, kept, choices)
        if not failing:
            break
        for r, k in sorted(failing, reverse=True):
            slabs = list(kept[r].slabs)
            slabs[k : k + 1] = [replace(slabs[k], units=sound[r].slabs[k].units)] if not attempt else []
            kept[r] = replace(kept[r], slabs=tuple(slabs))
    return tuple(row for row in kept if row.slabs)


def _failing(base: SiteSun, rows: Sequence[RowPlan], choices: Choices) -> set[tuple[int, int]]:
    """Slabs with a window short of sun, as row and place in it."""
    filled = [row for row in rows if row.slabs]
    if not filled:
        return set()
    owners = [
        (r, k)
        for r, row in enumerate(rows)
        for k, slab in enumerate(row.slabs)
        for _ in openings(slab, row.depth_m, choices.housing.window_width_m)
    ]
    scene, lines, sills = seen(filled, choices)
    sun = base.dwellings.sun
    minutes = base.minutes(lines, sills, base.scene.plus(scene), sun)
    short = np.flatnonzero(minutes < sun.minutes + MARGIN_MIN / 2.0)
    return {owners[int(index)] for index in short}
