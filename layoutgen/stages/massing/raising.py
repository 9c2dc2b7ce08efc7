"""Lines of rows raised by a few storeys where a site falls short and the sun allows it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from layoutgen.model.stages import Cell
from layoutgen.stages.massing.block_plan import Drafting
from layoutgen.stages.massing.cell_ground import setback_m
from layoutgen.stages.massing.row_pitch import Sky, endless_gap_m
from layoutgen.stages.massing.rows_of_slabs import RowPlan, on_one_line, planning_height_m
from layoutgen.stages.massing.site_sun import SiteSun
from layoutgen.stages.massing.spreading import Group, group_of, is_inside
from layoutgen.stages.massing.standing import seen
from layoutgen.stages.massing.storey_windows import SPAN as STEP_MAX


@dataclass(frozen=True, slots=True, kw_only=True)
class Ceiling:
    """What a block may have at most."""

    gfa_m2: float
    storeys: int  # top of its storey class


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Raising:
    """What rows are raised by."""

    base: SiteSun  # before any home stood
    households: int
    ceilings: Mapping[str, Ceiling]  # by block
    cells: Mapping[str, Cell]
    draft: Drafting

    def is_done(self, rows: Sequence[RowPlan]) -> bool:
        """Whether the households are housed."""
        return sum(row.dwellings for row in rows) >= self.households

    def allows(self, rows: Sequence[RowPlan], line: Sequence[int]) -> bool:
        """Whether rows keep the ceilings of the block that a line stands in, and the line's own rows their setback."""
        block = rows[line[0]].block
        own = [row for row in rows if row.block == block]
        highest = max(slab.storeys for row in own for slab in row.slabs)
        if highest > self.ceilings[block].storeys or sum(row.gfa_m2 for row in own) > self.ceilings[block].gfa_m2:
            return False
        return all(self._is_inside(rows[index]) for index in line)

    def _is_inside(self, row: RowPlan) -> bool:
        """Whether a row that has risen by one storey stands clear of the red lines: asked where their distance grows."""
        choices, storeys = self.draft.choices, max(slab.storeys for slab in row.slabs)
        now, before = (
            setback_m(planning_height_m(n, choices.housing), choices.setbacks) for n in (storeys, storeys - STEP_MAX)
        )
        if now == before:
            return True
        return is_inside(row, self.draft.ground(self.cells[row.cell], row.azimuth_deg, storeys), self.draft)


def raised(raising: Raising, standing: SiteSun, rows: Sequence[RowPlan]) -> tuple[RowPlan, ...]:
    """Rows raised until the households are housed or nothing may rise: the lowest lines first, from the north.

    Parameters
    ----------
    standing
        The sun with all rows, their windows watched.
    """
    kept, able = tuple(rows), {line: top_of(rows, line) + STEP_MAX for line in on_one_line(rows)}
    while able and not raising.is_done(kept):
        line = min(able, key=lambda at: top_of(kept, at))  # the northernmost of the lowest
        trial = higher(kept, line, 1)
        choices = raising.draft.choices
        part, whole = seen([trial[index] for index in line], choices)[0], seen(trial, choices)[0]
        is_lawful = top_of(trial, line) <= able[line] and raising.allows(trial, line)
        if is_lawful and standing.bears(part, raising.base.scene.plus(whole)):
            kept = trial
        else:
            del able[line]
    return kept


def raised_apart(raising: Raising, rows: Sequence[RowPlan]) -> tuple[RowPlan, ...]:
    """Rows raised, and those south of them moved on so far as the sun then asks for, where cells have ground left."""
    kept = tuple(rows)
    for cell in raising.cells.values():
        group = group_of(kept, cell, raising.base, raising.draft)
        lines = 0 if group is None else len(group.lines(kept))
        for place in range(1, lines):
            if group is None or raising.is_done(kept):
                break
            kept = _raised_apart(raising, kept, group, place)
    return kept


def _raised_apart(raising: Raising, rows: tuple[RowPlan, ...], group: Group, place: int) -> tuple[RowPlan, ...]:
    """Rows with one line of a cell as many storeys higher as it may be; as they are where it may be none."""
    lines, sun, choices = group.lines(rows), raising.base, raising.draft.choices
    line = [index for index in group.moving if rows[index].north_m == lines[place]]
    storeys, spare_m = top_of(rows, line), group.spare_m(rows, lines[-1])
    sky = Sky(sun=sun.dwellings.sun, latitude_deg=sun.latitude_deg)
    for up in range(STEP_MAX, 0, -1):
        gaps = [endless_gap_m(n, rows[line[0]].azimuth_deg, sky, choices) for n in (storeys, storeys + up)]
        trial, step_m = higher(rows, line, up), gaps[1] - gaps[0]
        if step_m > spare_m or not raising.allows(trial, line):
            continue
        moved = group.moved(trial, {north: north - step_m for north in lines[place:]})
        if moved is not None:
            return moved
    return rows


def top_of(rows: Sequence[RowPlan], line: Sequence[int]) -> int:
    """Most storeys on a line."""
    return max(slab.storeys for index in line for slab in rows[index].slabs)


def higher(rows: Sequence[RowPlan], line: Sequence[int], storeys: int) -> tuple[RowPlan, ...]:
    """Rows with those of a line so many storeys higher."""
    return tuple(_higher(row, storeys) if index in line else row for index, row in enumerate(rows))


def _higher(row: RowPlan, storeys: int) -> RowPlan:
    return replace(row, slabs=tuple(replace(slab, storeys=slab.storeys + storeys) for slab in row.slabs))
