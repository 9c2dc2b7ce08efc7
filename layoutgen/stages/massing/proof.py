"""The last word on the sun: every window of the finished homes measured again, and what fails taken back."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from layoutgen.model.choices import Choices
from layoutgen.stages.massing.rows_of_slabs import RowPlan, openings
from layoutgen.stages.massing.site_sun import MARGIN_MIN, SiteSun
from layoutgen.stages.massing.sweep import seen

ROUNDS = 12


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
