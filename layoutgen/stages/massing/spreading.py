"""Rows spread over the depth of their cell: what is left over in one place is shared out between the courts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import shapely
from shapely import affinity

from layoutgen.geometry.tolerance import LENGTH_EPS_M
from layoutgen.model.stages import Cell
from layoutgen.stages.massing.block_plan import Drafting
from layoutgen.stages.massing.cell_ground import ORIGIN, CellGround
from layoutgen.stages.massing.clearances import gable_gap_m, is_high, north_clear_m, row_gap_m
from layoutgen.stages.massing.row_lanes import row_lane
from layoutgen.stages.massing.rows_of_slabs import RowPlan, fire_height_m, footprints
from layoutgen.stages.massing.site_sun import SiteSun
from layoutgen.stages.massing.standing import seen
from layoutgen.sunlight.hours import windows_reached

SHARES = (1.0, 0.5)  # of an even spread, tried in turn
WORTH_M = 4.0  # less left over is not worth a move [m]
ROUNDS = 2  # of moving single lines where all together may not move


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Group:
    """The rows of one cell: which of all rows they are, and which of them may move; those that close a court may not."""

    cell: Cell
    own: tuple[int, ...]
    moving: tuple[int, ...]
    grounds: Mapping[int, CellGround | None]
    base: SiteSun
    draft: Drafting

    def lines(self, rows: Sequence[RowPlan]) -> list[float]:
        """Lines of the north walls, north to south."""
        return sorted({rows[index].north_m for index in self.moving}, reverse=True)

    def spare_m(self, rows: Sequence[RowPlan], line: float) -> float:
        """How far the rows of a line may move south over their ground."""
        return max(min(_spare_m(rows[k], self.grounds[k]) for k in self.moving if rows[k].north_m == line), 0.0)

    def moved(self, rows: tuple[RowPlan, ...], goal: Mapping[float, float]) -> tuple[RowPlan, ...] | None:
        """Rows with lines moved; None where they would lose sun, lane or ground, or take others' sun."""
        trial = list(rows)
        for index in self.moving:
            trial[index] = replace(rows[index], north_m=goal.get(rows[index].north_m, rows[index].north_m))
        stands = _stands([(trial[k], self.grounds[k]) for k in self.moving], self.closing(rows), self.cell, self.draft)
        return tuple(trial) if stands and _is_sunny(trial, self.own, self.base, self.draft) else None

    def closing(self, rows: Sequence[RowPlan]) -> list[RowPlan]:
        """Rows turned against the others."""
        return [rows[k] for k in self.own if k not in self.moving]


def spread(rows: Sequence[RowPlan], cells: Sequence[Cell], base: SiteSun, draft: Drafting) -> tuple[RowPlan, ...]:
    """Rows moved so that the courts of a cell are of one depth, and its southern end has its part of what is left over.

    The northernmost row of a cell stays. Where not all lines may move at once, single ones come nearer to the middle
    between their neighbours.

    Parameters
    ----------
    base
        The sun before any home stood.
    """
    kept = tuple(rows)
    for cell in sorted(cells, key=lambda c: (-round(c.outline.centroid.y, 1), c.id)):
        group = group_of(kept, cell, base, draft)
        if group is not None:
            kept = _spread_cell(kept, group)
    return kept


def group_of(rows: Sequence[RowPlan], cell: Cell, base: SiteSun, draft: Drafting) -> Group | None:
    """The rows of a cell; None where it has none."""
    own = tuple(index for index, row in enumerate(rows) if row.cell == cell.id)
    if not own:
        return None
    azimuth = min((rows[index].azimuth_deg for index in own), key=abs)
    moving = tuple(index for index in own if rows[index].azimuth_deg == azimuth)
    grounds = {index: _ground(rows[index], cell, draft) for index in moving}
    return Group(cell=cell, own=own, moving=moving, grounds=grounds, base=base, draft=draft)


def _spread_cell(rows: tuple[RowPlan, ...], group: Group) -> tuple[RowPlan, ...]:
    lines = group.lines(rows)
    if len(lines) < 2:
        return rows
    for aims in spread_lines(lines, group.spare_m(rows, lines[-1])):
        trial = group.moved(rows, dict(zip(lines, aims, strict=True)))
        if trial is not None:
            return trial
    for _ in range(ROUNDS):
        for place in range(len(lines) - 2, 0, -1):
            rows = _one_moved(rows, group, place)
    return rows


def _one_moved(rows: tuple[RowPlan, ...], group: Group, place: int) -> tuple[RowPlan, ...]:
    """Rows with one line nearer to the middle between its neighbours."""
    lines = group.lines(rows)
    aim = (lines[place - 1] + lines[place + 1]) / 2.0
    for share in SHARES:
        to = lines[place] + (aim - lines[place]) * share
        if abs(to - lines[place]) < WORTH_M:
            break
        trial = group.moved(rows, {lines[place]: to})
        if trial is not None:
            return trial
    return rows


def spread_lines(lines: Sequence[float], spare_m: float) -> list[tuple[float, ...]]:
    """Lines worth trying instead, the evenest first: all of one pitch, or each court larger by the same; then half of it.

    Parameters
    ----------
    lines
        North walls' lines, north to south.
    spare_m
        How far the last one may move south.
    """
    steps = len(lines) - 1
    larger = [line - spare_m * k / len(lines) for k, line in enumerate(lines)]
    even = [lines[0] - (lines[0] - larger[-1]) * k / steps for k in range(len(lines))]
    found = []
    for share in SHARES:
        for goal in (even, larger):
            aims = tuple(line + (aim - line) * share for line, aim in zip(lines, goal, strict=True))
            if aims not in found and max(abs(aim - line) for line, aim in zip(lines, aims, strict=True)) >= WORTH_M:
                found.append(aims)
    return found


def _ground(row: RowPlan, cell: Cell, draft: Drafting) -> CellGround | None:
    return draft.ground(cell, row.azimuth_deg, max(slab.storeys for slab in row.slabs))


def _spare_m(row: RowPlan, ground: CellGround | None) -> float:
    """How far a row may move south before one of its slabs leaves the ground."""
    if ground is None:
        return 0.0
    low, south = ground.buildable.bounds[1] - 1.0, row.north_m - row.depth_m
    found = [south - low]
    for slab in row.slabs:
        before = shapely.box(slab.west_m, low, row.east_m(slab), south - LENGTH_EPS_M)
        found.append(south - shapely.difference(before, ground.buildable).bounds[3])
    return min(found)


def _stands(
    moved: Sequence[tuple[RowPlan, CellGround | None]], closing: Sequence[RowPlan], cell: Cell, draft: Drafting
) -> bool:
    """Whether every row keeps its ground, the clear ground before its north walls, and its lane."""
    everyone = [*(row for row, _ in moved), *closing]
    for row, ground in moved:
        others = [other for other, _ in moved if other is not row]
        if not is_inside(row, ground, draft) or not all(_is_apart(row, other, draft) for other in others):
            return False
        if not _is_clear_of(row, closing, draft):
            return False
    lanes = draft.choices.lanes
    return all(row_lane(row, [o for o in everyone if o is not row], cell, lanes) is not None for row in everyone)


def _is_clear_of(row: RowPlan, closing: Sequence[RowPlan], draft: Drafting) -> bool:
    """Whether turned slabs stand off a row, and off the ground before its doors."""
    if not closing:
        return True
    fire = fire_height_m(max(slab.storeys for slab in row.slabs), draft.choices.housing)
    reach = north_clear_m(fire, draft.choices)
    boxes = [shapely.box(s.west_m, row.north_m - row.depth_m, row.east_m(s), row.north_m + reach) for s in row.slabs]
    own = affinity.rotate(shapely.union_all(boxes), row.azimuth_deg, origin=ORIGIN)
    return all(own.distance(shape) >= reach - LENGTH_EPS_M for other in closing for shape in footprints(other))


def _is_apart(row: RowPlan, other: RowPlan, draft: Drafting) -> bool:
    """Whether no slab of another row stands too near, north of a row or beside it."""
    fire = fire_height_m(max(slab.storeys for line in (row, other) for slab in line.slabs), draft.choices.housing)
    aside, gap = gable_gap_m(fire, is_high(fire, draft.choices), draft.choices), row_gap_m(fire, draft.choices)
    if other.north_m - other.depth_m >= row.north_m + gap - LENGTH_EPS_M:
        return True
    if row.north_m - row.depth_m >= other.north_m - LENGTH_EPS_M:
        return True  # the other lies south: its own turn asks
    runs = [(a.west_m, row.east_m(a), b.west_m, other.east_m(b)) for a in row.slabs for b in other.slabs]
    return all(b0 >= a1 + aside - LENGTH_EPS_M or a0 >= b1 + aside - LENGTH_EPS_M for a0, a1, b0, b1 in runs)


def is_inside(row: RowPlan, ground: CellGround | None, draft: Drafting) -> bool:
    """Whether a row stands on a ground, the clear ground before its north walls in the cell."""
    if ground is None:
        return False
    top = max(slab.storeys for slab in row.slabs)
    reach = row.north_m + north_clear_m(fire_height_m(top, draft.choices.housing), draft.choices)
    runs = [(slab.west_m, row.east_m(slab)) for slab in row.slabs]
    walls = shapely.union_all([shapely.box(w, row.north_m - row.depth_m, e, row.north_m) for w, e in runs])
    clear = shapely.union_all([shapely.box(w, row.north_m, e, reach) for w, e in runs])
    outside = shapely.difference(walls, ground.buildable).area + shapely.difference(clear, ground.outline).area
    return outside <= LENGTH_EPS_M


def _is_sunny(rows: Sequence[RowPlan], own: Sequence[int], base: SiteSun, draft: Drafting) -> bool:
    """Whether the cell's windows and all that its slabs may shade keep their sun."""
    cell = rows[own[0]].cell
    mine, lines, sills = seen([row for row in rows if row.cell == cell], draft.choices)
    others = [row for row in rows if row.cell != cell]
    if others:
        rest, far, far_sills = seen(others, draft.choices)
        near = windows_reached(far, far_sills, mine, base.dwellings.sun, base.latitude_deg)
        lines, sills = np.concatenate([lines, far[near]]), np.concatenate([sills, far_sills[near]])
        mine = mine.plus(rest)
    return base.admits(mine, lines, sills)
