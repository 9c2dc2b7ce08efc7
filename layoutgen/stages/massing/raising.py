"""Lines of rows raised by a few storeys where a site falls short and the sun allows it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from layoutgen.model.choices import Choices
from layoutgen.stages.massing.rows_of_slabs import RowPlan, on_one_line
from layoutgen.stages.massing.site_sun import SiteSun
from layoutgen.stages.massing.standing import Standing, seen, stand

STEP_MAX = 3  # storeys by which neighbours may differ


@dataclass(frozen=True, slots=True, kw_only=True)
class Ceiling:
    """What a block may have at most."""

    gfa_m2: float
    storeys: int  # top of its storey class


def raised(
    base: SiteSun,
    standing: SiteSun,
    rows: Sequence[RowPlan],
    households: int,
    ceilings: Mapping[str, Ceiling],
    choices: Choices,
) -> tuple[RowPlan, ...]:
    """Rows raised until the households are housed or nothing may rise: the lowest lines first, from the north.

    Parameters
    ----------
    base
        The sun before any home stood.
    standing
        The sun with all rows, their windows watched.
    ceilings
        By block.
    """
    kept, able = tuple(rows), {line: _top(rows, line) + STEP_MAX for line in on_one_line(rows)}
    while able and sum(row.dwellings for row in kept) < households:
        line = min(able, key=lambda at: _top(kept, at))  # the northernmost of the lowest
        trial = tuple(_higher(row) if index in line else row for index, row in enumerate(kept))
        is_lawful = _top(trial, line) <= able[line] and _is_below(trial, kept[line[0]].block, ceilings)
        part, whole = seen([trial[index] for index in line], choices)[0], seen(trial, choices)[0]
        if is_lawful and standing.bears(part, base.scene.plus(whole)):
            kept = trial
        else:
            del able[line]
    return kept


def _top(rows: Sequence[RowPlan], line: Sequence[int]) -> int:
    """Most storeys on a line."""
    return max(slab.storeys for index in line for slab in rows[index].slabs)


def _is_below(rows: Sequence[RowPlan], block: str, ceilings: Mapping[str, Ceiling]) -> bool:
    own = [row for row in rows if row.block == block]
    highest = max(slab.storeys for row in own for slab in row.slabs)
    return highest <= ceilings[block].storeys and sum(row.gfa_m2 for row in own) <= ceilings[block].gfa_m2


def stood(before: Standing, rows: Sequence[RowPlan], choices: Choices) -> Standing:
    """Everything that stands when rows come one after the other, asked or not."""
    standing = before
    for row in rows:
        standing = stand(standing, (row,), choices)
    return standing


def _higher(row: RowPlan) -> RowPlan:
    return replace(row, slabs=tuple(replace(slab, storeys=slab.storeys + 1) for slab in row.slabs))
