"""One block filled with rows of one storey number to the floor area asked of it, caps kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import shapely
from shapely.geometry.base import BaseGeometry

from layoutgen.model.brief import Brief
from layoutgen.model.choices import Choices
from layoutgen.model.plan import Block, Building
from layoutgen.model.site import Site
from layoutgen.model.stages import Cell
from layoutgen.stages.massing.cell_fill import fill_cell
from layoutgen.stages.massing.cell_ground import CellGround, cell_ground, row_azimuths
from layoutgen.stages.massing.leftovers import fill_leftovers
from layoutgen.stages.massing.obstacles import blocked_ground
from layoutgen.stages.massing.row_fit import FEW_UNITS, is_slender
from layoutgen.stages.massing.rows_of_slabs import RowPlan, fire_height_m, planning_height_m
from layoutgen.stages.massing.standing import Standing, stood
from layoutgen.stages.massing.storey_options import StoreyOption, manners
from layoutgen.stages.massing.units import UnitKind

Manner = tuple[int, int]  # storeys, and which of their manners comes first
FAIR = 0.8  # of an ask: what carries so much is not tried in another manner
MASSLESS = 1e-9  # a weight that divides nothing by nought
NEAR_CAP = 0.97  # of a cap: whole slabs come no nearer
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
        blocked = blocked_ground(cell.outline, self.site, self.fixed, fire, self.choices)
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
    """What a block is asked for."""

    block: Block
    cells: tuple[Cell, ...]  # north to south
    option: StoreyOption
    ask_m2: float
    weights: Mapping[str, float]  # of the cells: how the ask is shared out among them
    manners: Mapping[str, int]  # of the cells: which of the storey number's manners comes first
    is_thorough: bool = False  # other directions are tried too, and left-over ground is filled


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class BlockPlan:
    """What stands after a block was filled, and its own rows."""

    standing: Standing
    block: Block
    rows: tuple[RowPlan, ...]
    option: StoreyOption
    ask_m2: float

    @property
    def gfa_m2(self) -> float:
        """Floor area of the block's homes."""
        return _sum_m2(self.rows)

    @property
    def dwellings(self) -> int:
        """Dwellings of the block."""
        return sum(row.dwellings for row in self.rows)

    @property
    def bound_by(self) -> str:
        """What stopped it: a cap where it is nearly reached, else the sun."""
        cap_m2 = self.option.far_reach * self.block.outline.area
        if self.gfa_m2 < cap_m2 * NEAR_CAP:
            return "sun" if self.rows else "land"
        return "FAR cap" if self.option.far_max <= self.option.density_max * self.option.storeys else "density cap"


def fill_block(before: Standing, ask: Ask, draft: Drafting) -> BlockPlan:
    """Fill a block's cells north to south with rows of one storey number, to the floor area asked, caps kept."""
    cap = ask.option.far_reach * ask.block.outline.area
    weight = sum(ask.weights[cell.id] for cell in ask.cells) or 1.0
    standing, rows, left = before, list[RowPlan](), min(ask.ask_m2, cap)
    fill = _fill_best_way if ask.is_thorough else _fill_own_way
    for number, cell in enumerate(ask.cells, start=1):
        coming = [draft.inner(later) for later in ask.cells[number:]]
        standing = replace(standing, ahead=shapely.union_all([before.ahead, *coming]))
        own = ask.weights[cell.id]
        share_m2 = left * own / weight
        manner = (ask.option.storeys, ask.manners[cell.id])
        after = fill(standing, cell, manner, share_m2, draft) if share_m2 > 0.0 else standing
        gained = after.rows[len(standing.rows) :]
        rows.extend(gained)
        left, weight = left - _sum_m2(gained), max(weight - own, MASSLESS)
        standing = replace(after, ahead=before.ahead)
    kept = cut_to_cap(rows, cap, ask.option.least_storeys)
    if kept != tuple(rows):
        standing = stood(before, kept, draft.choices)
    return BlockPlan(standing=standing, block=ask.block, rows=kept, option=ask.option, ask_m2=ask.ask_m2)


def _sum_m2(rows: Sequence[RowPlan]) -> float:
    return sum(row.gfa_m2 for row in rows)


def _fill_own_way(standing: Standing, cell: Cell, manner: Manner, ask_m2: float, draft: Drafting) -> Standing:
    """Fill a cell by whole rows in its own direction."""
    ground = draft.ground(cell, draft.azimuths(cell)[0], manner[0])
    return standing if ground is None else _fill_rows(standing, ground, manner, ask_m2, draft)


def _fill_rows(standing: Standing, ground: CellGround, manner: Manner, ask_m2: float, draft: Drafting) -> Standing:
    """Fill a cell by rows of one manner; where they do not carry the ask, by the manner that carries most."""
    best, best_m2 = standing, 0.0
    known = manners(manner[0], draft.kinds, draft.choices)
    for way in (known[manner[1]], *(other for k, other in enumerate(known) if k != manner[1])):
        after = fill_cell(standing, ground, way, ask_m2, draft.choices)
        gained = _gained_m2(standing, after)
        if gained > best_m2 * BETTER:
            best, best_m2 = after, gained
        if best_m2 >= ask_m2 * FAIR:
            break
    return best


def _fill_best_way(standing: Standing, cell: Cell, manner: Manner, ask_m2: float, draft: Drafting) -> Standing:
    """Fill a cell in the direction that carries most, and its left-over ground by single slabs."""
    best, best_ground = standing, None
    for azimuth in draft.azimuths(cell):
        ground = draft.ground(cell, azimuth, manner[0])
        if ground is None:
            continue
        after = _fill_rows(standing, ground, manner, ask_m2, draft)
        if _gained_m2(standing, after) > _gained_m2(standing, best) * BETTER:
            best, best_ground = after, ground
    if best_ground is None:
        return standing
    missing = ask_m2 - _gained_m2(standing, best)
    return fill_leftovers(best, best_ground, manners(manner[0], draft.kinds, draft.choices)[0], missing, draft.choices)


def _gained_m2(before: Standing, after: Standing) -> float:
    return sum(row.gfa_m2 for row in after.rows[len(before.rows) :])


def cut_to_cap(rows: Sequence[RowPlan], cap_m2: float, least_storeys: int = 1) -> tuple[RowPlan, ...]:
    """Rows without what exceeds a floor area: units, then slabs, from the last row's east end; a little by one storey.

    Parameters
    ----------
    least_storeys
        No row comes to have fewer: the cap would be that of another class.
    """
    kept = list(rows)
    while kept and _sum_m2(kept) > cap_m2:
        last = kept[-1].slabs[-1]
        unit_m2 = sum(last.units[-1]) * last.storeys
        if _sum_m2(kept) - cap_m2 < unit_m2 and _lowered(kept, cap_m2, least_storeys):
            break
        can_shorten = len(last.units) > FEW_UNITS and is_slender(last.units[:-1], kept[-1].depth_m)
        shorter = (replace(last, units=last.units[:-1]),) if can_shorten else ()
        slabs = (*kept[-1].slabs[:-1], *shorter)
        kept[-1:] = [replace(kept[-1], slabs=slabs)] if slabs else []
    return tuple(kept)


def _lowered(rows: list[RowPlan], cap_m2: float, least_storeys: int) -> bool:
    """Take one storey off rows from the last one until the cap is kept; false, and nothing done, where that is not enough."""
    changed = list(rows)
    for index in range(len(changed) - 1, -1, -1):
        row = changed[index]
        if min(slab.storeys for slab in row.slabs) <= least_storeys:
            continue
        changed[index] = replace(row, slabs=tuple(replace(s, storeys=s.storeys - 1) for s in row.slabs))
        if sum(r.gfa_m2 for r in changed) <= cap_m2:
            rows[:] = changed
            return True
    return False
