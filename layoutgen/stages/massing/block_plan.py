"""One block filled to its asked floor area: storeys stepped up until its cells carry it, caps kept."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

import shapely
from shapely.geometry.base import BaseGeometry

from layoutgen.model.brief import Brief
from layoutgen.model.choices import Choices
from layoutgen.model.plan import Block, Building
from layoutgen.model.site import Site
from layoutgen.model.stages import Cell
from layoutgen.stages.massing.cell_ground import CellGround, cell_ground, row_azimuths
from layoutgen.stages.massing.leftovers import fill_leftovers
from layoutgen.stages.massing.obstacles import blocked_ground
from layoutgen.stages.massing.raising import raised
from layoutgen.stages.massing.row_fit import FEW_UNITS, is_slender
from layoutgen.stages.massing.rows_of_slabs import RowPlan, fire_height_m, planning_height_m
from layoutgen.stages.massing.storey_options import StoreyOption, gfa_under_sun_m2, manners
from layoutgen.stages.massing.sweep import Standing, fill_cell
from layoutgen.stages.massing.units import UnitKind

HOPE = 0.75  # storey numbers whose estimate falls below this share of the need are not tried
ENOUGH = 0.999  # of an ask
NEAR_CAP = 0.97  # of a cap: whole slabs come no nearer
RAISE_FROM = 0.8  # of an ask: from here on raising rows may close the gap
BETTER = 1.03  # another manner or direction must carry so much more, for the sake of order


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafting:
    """What every block's search is given."""

    site: Site
    brief: Brief
    choices: Choices
    options: tuple[StoreyOption, ...]
    kinds: tuple[UnitKind, ...]
    fixed: tuple[Building, ...]  # facility buildings
    structure_deg: float

    def ground(self, cell: Cell, azimuth_deg: float, storeys: int) -> CellGround | None:
        """Ground of a cell for slabs of that many storeys."""
        fire = fire_height_m(storeys, self.choices.housing)
        blocked = blocked_ground(self.site, self.fixed, fire, self.choices)
        height = planning_height_m(storeys, self.choices.housing)
        return cell_ground(cell, azimuth_deg, height, self.site, self.choices, blocked)

    def inner(self, cell: Cell) -> BaseGeometry:
        """About where a cell will be built on."""
        lanes = self.choices.lanes
        return cell.outline.buffer(-(lanes.verge_m + lanes.loop_width_m + lanes.lane_to_wall_m), join_style="mitre")

    def azimuths(self, cell: Cell) -> tuple[float, ...]:
        """Directions worth trying for the rows of a cell."""
        return row_azimuths(cell, self.structure_deg, self.choices.housing.azimuth_max_deg)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """What a block is asked for, and what it must at least reach to be done."""

    block: Block
    cells: tuple[Cell, ...]  # north to south
    need_m2: float
    ask_m2: float  # a little more than the need
    enough: float  # share of the need with which the block is done
    from_option: int = 0  # index of the first storey number to try


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class BlockPlan:
    """What stands after a block was filled, its own rows, and what stopped it."""

    standing: Standing
    rows: tuple[RowPlan, ...]
    option: int  # index of the storey number taken
    bound_by: str  # "" where the need is reached, else what bound: "FAR cap", "density cap", "sun", "land"

    @property
    def gfa_m2(self) -> float:
        """Floor area of the block's homes."""
        return sum(row.gfa_m2 for row in self.rows)


def fill_block(before: Standing, ask: Ask, draft: Drafting) -> BlockPlan:
    """Fill a block with the lowest storey number that carries its need; else with the one that carries most.

    In each storey class whole rows in the cells' own direction come first; other directions and left-over ground are
    used before a higher class is.
    """
    loosest = max(draft.options, key=lambda option: option.far_reach)
    reach_m2 = loosest.far_reach * ask.block.outline.area
    aimed = replace(ask, need_m2=min(ask.need_m2, reach_m2 * NEAR_CAP), ask_m2=min(ask.ask_m2, reach_m2))
    best = _search(before, aimed, draft)
    if best.gfa_m2 < ask.need_m2 * ask.enough and not best.bound_by:
        return replace(best, bound_by=_cap_name(loosest))
    return best


def _cap_name(option: StoreyOption) -> str:
    return "FAR cap" if option.far_max <= option.density_max * option.storeys else "density cap"


def _search(before: Standing, ask: Ask, draft: Drafting) -> BlockPlan:
    """Storey numbers class by class, until one carries the need."""
    best = BlockPlan(standing=before, rows=(), option=0, bound_by="land")
    last = len(draft.options) - 1
    for _, group in groupby(enumerate(draft.options), key=lambda pair: pair[1].storey_class):
        tried: list[BlockPlan] = []
        for index, option in group:
            if index < ask.from_option or (index < last and not _is_hopeful(before, ask, option, draft)):
                continue
            tried.append(_fill_with(before, ask, (index, option), draft, is_thorough=False))
            if tried[-1].gfa_m2 >= ask.need_m2 * ask.enough:
                return tried[-1]
        if not tried:
            continue
        most = max(tried, key=lambda plan: plan.gfa_m2)
        thorough = _fill_with(before, ask, (most.option, draft.options[most.option]), draft, is_thorough=True)
        best = max((best, most, thorough), key=lambda plan: plan.gfa_m2)
        if best.gfa_m2 >= ask.need_m2 * ask.enough:
            return best
    return best


def _is_hopeful(before: Standing, ask: Ask, option: StoreyOption, draft: Drafting) -> bool:
    if option.far_reach * ask.block.outline.area < ask.need_m2 * ask.enough:
        return False
    reach = 0.0
    for cell in ask.cells:
        ground = draft.ground(cell, draft.azimuths(cell)[0], option.storeys)
        if ground is not None:
            reach += gfa_under_sun_m2(ground, option.storeys, before.sun.dwellings.sun, before.sun.latitude_deg, draft.choices)
    return reach >= HOPE * ask.need_m2


def _fill_with(
    before: Standing, ask: Ask, choice: tuple[int, StoreyOption], draft: Drafting, *, is_thorough: bool
) -> BlockPlan:
    index, option = choice
    area = ask.block.outline.area
    cap = option.far_reach * area
    target = min(ask.ask_m2, cap)
    land = sum(cell.outline.area for cell in ask.cells)
    standing, rows, left = before, list[RowPlan](), target
    for number, cell in enumerate(ask.cells, start=1):
        coming = [draft.inner(later) for later in ask.cells[number:]]
        standing = replace(standing, ahead=shapely.union_all([before.ahead, *coming]))
        share = left * cell.outline.area / land
        fill = _fill_best_way if is_thorough else _fill_own_way
        after = fill(standing, cell, option.storeys, share, draft)
        gained = after.rows[len(standing.rows) :]
        rows.extend(gained)
        left, land = left - sum(row.gfa_m2 for row in gained), land - cell.outline.area
        standing = replace(after, ahead=before.ahead)
    kept = cut_to_cap(rows, cap)
    is_cut = kept != tuple(rows)
    if is_cut or RAISE_FROM * target <= _sum_m2(kept) < target:
        kept, standing = raised(before, kept, target, (cap, _class_top(option, draft)), draft.choices)
    gfa = _sum_m2(kept)
    bound = ""
    if gfa < ask.need_m2 * ask.enough:
        is_capped = is_cut or cap < ask.need_m2 * ask.enough or gfa >= cap * NEAR_CAP
        bound = _cap_name(option) if is_capped else "sun"
    return BlockPlan(standing=standing, rows=kept, option=index, bound_by=bound)


def _sum_m2(rows: Sequence[RowPlan]) -> float:
    return sum(row.gfa_m2 for row in rows)


def _class_top(option: StoreyOption, draft: Drafting) -> int:
    """Highest lawful storey number of an option's class."""
    return max(other.storeys for other in draft.options if other.storey_class == option.storey_class)


def _fill_own_way(standing: Standing, cell: Cell, storeys: int, ask_m2: float, draft: Drafting) -> Standing:
    """Fill a cell by whole rows in its own direction."""
    ground = draft.ground(cell, draft.azimuths(cell)[0], storeys)
    return standing if ground is None else _fill_rows(standing, ground, storeys, ask_m2, draft)


def _fill_rows(standing: Standing, ground: CellGround, storeys: int, ask_m2: float, draft: Drafting) -> Standing:
    """Fill a cell by rows of long slabs; where they do not carry the ask, by the manner that carries most."""
    best, best_m2 = standing, 0.0
    for manner in manners(storeys, draft.kinds, draft.choices):
        after = fill_cell(standing, ground, manner, ask_m2, draft.choices)
        gained = _gained_m2(standing, after)
        if gained > best_m2 * BETTER:
            best, best_m2 = after, gained
        if best_m2 >= ask_m2 * ENOUGH:
            break
    return best


def _fill_best_way(standing: Standing, cell: Cell, storeys: int, ask_m2: float, draft: Drafting) -> Standing:
    """Fill a cell in the direction that carries most, and its left-over ground by single slabs."""
    best, best_ground = standing, None
    for azimuth in draft.azimuths(cell):
        ground = draft.ground(cell, azimuth, storeys)
        if ground is None:
            continue
        after = _fill_rows(standing, ground, storeys, ask_m2, draft)
        if _gained_m2(standing, after) > _gained_m2(standing, best) * BETTER:
            best, best_ground = after, ground
    if best_ground is None:
        return standing
    missing = ask_m2 - _gained_m2(standing, best)
    return fill_leftovers(best, best_ground, manners(storeys, draft.kinds, draft.choices)[0], missing, draft.choices)


def _gained_m2(before: Standing, after: Standing) -> float:
    return sum(row.gfa_m2 for row in after.rows[len(before.rows) :])


def cut_to_cap(rows: Sequence[RowPlan], cap_m2: float) -> tuple[RowPlan, ...]:
    """Rows without what exceeds a floor area: units, then slabs, from the last row's east end; a little by one storey."""
    kept = list(rows)
    while kept and _sum_m2(kept) > cap_m2:
        last = kept[-1].slabs[-1]
        unit_m2 = sum(last.units[-1]) * last.storeys
        if _sum_m2(kept) - cap_m2 < unit_m2 and _lowered(kept, cap_m2):
            break
        can_shorten = len(last.units) > FEW_UNITS and is_slender(last.units[:-1], kept[-1].depth_m)
        shorter = (replace(last, units=last.units[:-1]),) if can_shorten else ()
        slabs = (*kept[-1].slabs[:-1], *shorter)
        kept[-1:] = [replace(kept[-1], slabs=slabs)] if slabs else []
    return tuple(kept)


def _lowered(rows: list[RowPlan], cap_m2: float) -> bool:
    """Take one storey off rows from the last one until the cap is kept; false, and nothing done, where that is not enough."""
    changed = list(rows)
    for index in range(len(changed) - 1, -1, -1):
        row = changed[index]
        changed[index] = replace(row, slabs=tuple(replace(s, storeys=s.storeys - 1) for s in row.slabs))
        if sum(r.gfa_m2 for r in changed) <= cap_m2:
            rows[:] = changed
            return True
    return False
