"""Lines of rows raised by a few storeys where their block falls short and the sun allows it, the northern ones first."""

from collections.abc import Sequence
from dataclasses import replace

from layoutgen.model.choices import Choices
from layoutgen.stages.massing.rows_of_slabs import RowPlan, on_one_line
from layoutgen.stages.massing.sweep import Standing, seen, stand

STEP_MAX = 3  # storeys by which neighbours may differ


def raised(
    before: Standing, rows: Sequence[RowPlan], need_m2: float, caps: tuple[float, int], choices: Choices
) -> tuple[tuple[RowPlan, ...], Standing]:
    """Rows of a block and what stands with them, raised until the need is met or nothing may rise.

    Parameters
    ----------
    before
        What stood before the block.
    caps
        Floor area the block may have [m2], and the top of its storey class.
    """
    kept = tuple(rows)
    cap_m2, storeys_max = caps
    standing = restood(before, kept, choices)
    if standing is None:
        return _stood(before, kept, choices)
    for line in on_one_line(kept):
        for _ in range(STEP_MAX):
            if sum(row.gfa_m2 for row in kept) >= need_m2:
                return kept, standing
            trial = tuple(_higher(row) if index in line else row for index, row in enumerate(kept))
            highest = max(slab.storeys for index in line for slab in trial[index].slabs)
            if highest > storeys_max or sum(row.gfa_m2 for row in trial) > cap_m2:
                break
            after = restood(before, trial, choices)
            if after is None:
                break
            kept, standing = trial, after
    return kept, standing


def restood(before: Standing, rows: Sequence[RowPlan], choices: Choices) -> Standing | None:
    """Everything that stands when rows come one after the other; None where one of them may not."""
    standing = before
    for row in rows:
        if not standing.sun.admits(*seen((row,), choices)):
            return None
        standing = stand(standing, (row,), choices)
    return standing


def _stood(before: Standing, rows: tuple[RowPlan, ...], choices: Choices) -> tuple[tuple[RowPlan, ...], Standing]:
    standing = before
    for row in rows:
        standing = stand(standing, (row,), choices)
    return rows, standing


def _higher(row: RowPlan) -> RowPlan:
    return replace(row, slabs=tuple(replace(slab, storeys=slab.storeys + 1) for slab in row.slabs))
