"""Massing: homes in regular rows, aimed at the households, in the sun; facility buildings in their lots."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import shapely
from numpy.random import Generator
from shapely.geometry import Polygon

from layoutgen.model.plan import Block
from layoutgen.model.stages import Allocation, Cell, Commission, Massing, Structure
from layoutgen.stages.massing.block_plan import Ask, BlockPlan, Drafting, fill_block
from layoutgen.stages.massing.compose_homes import Homes, compose_homes
from layoutgen.stages.massing.facility_buildings import FacilityBuildings, place_facilities
from layoutgen.stages.massing.obstacles import site_sun, standing_shapes
from layoutgen.stages.massing.proof import apart, proven
from layoutgen.stages.massing.rows_of_slabs import RowPlan
from layoutgen.stages.massing.spreading import spread
from layoutgen.stages.massing.storey_options import storey_options
from layoutgen.stages.massing.sweep import Standing
from layoutgen.stages.massing.trim import rebalanced, trimmed
from layoutgen.stages.massing.units import Placed, unit_kinds
from layoutgen.standards.clause import Standard

SPREAD = 1.03  # a block may keep so much more than its even share when surplus is taken off
ENOUGH = (0.96, 0.999, 0.999)  # share of its need with which a block is done, round by round: others carry the rest


def mass(commission: Commission, structure: Structure, allocation: Allocation, standard: Standard, rng: Generator) -> Massing:
    """Stand the homes of a program in the blocks, and its facilities in their lots.

    Every dwelling's windows keep the sunlight standard, playrooms theirs. Where the homes do not all fit, the notes say
    what bound in each block.

    Raises
    ------
    InfeasibleError
        If a facility building fits no lot.
    """
    facilities = place_facilities(commission, allocation, standard)
    draft = _drafting(commission, structure, standard, facilities)
    base = Standing(
        sun=site_sun(commission, standard, facilities.buildings, facilities.windows), rows=(), placed=Placed(), ahead=Polygon()
    )
    plans = _fill_all(base, commission, allocation, draft) if draft.options else ()
    if not _dwellings(plans):
        return _massing(facilities, Homes(buildings=(), windows=(), doors=(), rows=(), notes=("no home fits any block",)), ())
    rows = [row for filled in plans for row in filled.plan.rows]
    least = {
        filled.block.id: _least_storeys(filled, draft, commission.program.households / _dwellings(plans)) for filled in plans
    }
    households = commission.program.households
    even = spread(trimmed(rows, households, least), allocation.cells, base.sun, draft)
    sound = apart(even, standing_shapes(commission.site, facilities.buildings), commission.choices)
    final = proven(base.sun, rebalanced(sound, draft.kinds), sound, commission.choices)
    homes = compose_homes(final, allocation.cells, commission.choices, standard)
    return _massing(facilities, homes, _notes(final, plans, households))


def _massing(facilities: FacilityBuildings, homes: Homes, notes: tuple[str, ...]) -> Massing:
    return Massing(
        buildings=(*homes.buildings, *facilities.buildings),
        facilities=facilities.facilities,
        windows=(*homes.windows, *facilities.windows),
        doors=(*homes.doors, *facilities.doors),
        rows=homes.rows,
        notes=(*homes.notes, *notes),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Filled:
    block: Block
    plan: BlockPlan
    bound_by: str  # what bound it in this round or an earlier one


def _drafting(commission: Commission, structure: Structure, standard: Standard, facilities: FacilityBuildings) -> Drafting:
    choices = commission.choices
    return Drafting(
        site=commission.site,
        brief=commission.brief,
        choices=choices,
        options=storey_options(commission.brief, choices, standard),
        kinds=unit_kinds(commission.program.dwellings, choices.housing.dwellings_per_unit),
        fixed=facilities.buildings,
        structure_deg=structure.azimuth_deg,
    )


def _fill_all(base: Standing, commission: Commission, allocation: Allocation, draft: Drafting) -> tuple[_Filled, ...]:
    """Fill the blocks north to south; what one cannot carry the others are asked for in the next round."""
    program, over = commission.program, commission.choices.housing.over_ask
    mean_m2 = program.housing_gfa_m2 / program.households
    blocks = [b for b in allocation.blocks if _cells(b, allocation.cells)]
    blocks.sort(key=lambda b: (-round(b.outline.centroid.y, 1), b.outline.centroid.x, b.id))
    shares = _shares(blocks, allocation.cells, draft, program.housing_gfa_m2)
    needs = dict(shares)
    first = dict.fromkeys(needs, 0)
    bound: dict[str, str] = {}
    best: tuple[_Filled, ...] = ()
    for enough in ENOUGH:
        standing, plans = base, list[_Filled]()
        for number, block in enumerate(blocks, start=1):
            later = [draft.inner(cell) for other in blocks[number:] for cell in _cells(other, allocation.cells)]
            standing = replace(standing, ahead=shapely.union_all(later))
            ask = Ask(
                block=block,
                cells=_cells(block, allocation.cells),
                need_m2=needs[block.id],
                ask_m2=max(needs[block.id], shares[block.id]) * (1.0 + over),
                enough=enough,
                from_option=first[block.id],
            )
            plan = fill_block(standing, ask, draft)
            standing = plan.standing
            bound[block.id] = plan.bound_by or bound.get(block.id, "")
            plans.append(_Filled(block=block, plan=plan, bound_by=bound[block.id]))
            first[block.id] = plan.option
        if _dwellings(plans) > _dwellings(best):
            best = tuple(plans)
        if _dwellings(plans) >= program.households:
            break
        short_m2 = (program.households - _dwellings(plans)) * mean_m2
        needs = _carried(needs, plans, draft, short_m2 * (1.0 + over))
    return best


def _cells(block: Block, cells: Sequence[Cell]) -> tuple[Cell, ...]:
    own = [cell for cell in cells if cell.block == block.id]
    return tuple(sorted(own, key=lambda c: (-round(c.outline.centroid.y, 1), c.outline.centroid.x, c.id)))


def _dwellings(plans: Sequence[_Filled]) -> int:
    return sum(row.dwellings for filled in plans for row in filled.plan.rows)


def _shares(blocks: Sequence[Block], cells: Sequence[Cell], draft: Drafting, gfa_m2: float) -> dict[str, float]:
    """Floor area asked of each block, by the ground it can build on."""
    weights: dict[str, float] = {}
    for block in blocks:
        grounds = [draft.ground(cell, 0.0, draft.options[0].storeys) for cell in _cells(block, cells)]
        weights[block.id] = sum(ground.buildable.area for ground in grounds if ground is not None)
    total = sum(weights.values()) or 1.0
    return {name: gfa_m2 * weight / total for name, weight in weights.items()}


def _carried(needs: Mapping[str, float], plans: Sequence[_Filled], draft: Drafting, short_m2: float) -> dict[str, float]:
    """Needs of the next round: those that fell short keep what they reached, the others take the rest by their caps."""
    reach = max(option.far_reach for option in draft.options)
    room = {f.block.id: 0.0 if f.bound_by else max(reach * f.block.outline.area - needs[f.block.id], 0.0) for f in plans}
    total = sum(room.values())
    reached = {f.block.id: f.plan.gfa_m2 if f.bound_by else needs[f.block.id] for f in plans}
    if total <= 0.0:
        return reached
    return {name: reached[name] + min(short_m2 * room[name] / total, room[name]) for name in reached}


def _least_storeys(filled: _Filled, draft: Drafting, kept_share: float) -> int:
    """How low a block's slabs may become: the lowest class whose caps hold what the block keeps."""
    area = filled.block.outline.area
    kept_m2 = filled.plan.gfa_m2 * min(1.0, kept_share * SPREAD)
    covered_m2 = sum(row.floor_m2 for row in filled.plan.rows)
    lawful = [
        option.least_storeys
        for option in draft.options[: filled.plan.option + 1]
        if kept_m2 <= option.far_max * area and covered_m2 <= option.density_max * area
    ]
    return min(lawful, default=draft.options[filled.plan.option].least_storeys)


def _notes(rows: Sequence[RowPlan], plans: Sequence[_Filled], households: int) -> tuple[str, ...]:
    housed = sum(row.dwellings for row in rows)
    if housed >= households:
        return ()
    words = [f"{f.block.id}: {f.bound_by}, {f.plan.gfa_m2:.0f} m2" for f in plans if f.bound_by]
    return (f"{housed} of {households} households are housed; bound by " + ("; ".join(words) or "land"),)
