"""Homes massed without knowing what would stand beside the site: blocks filled anew among what stands there now."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from layoutgen.model.stages import Commission, Structure
from layoutgen.stages.massing.block_plan import Ask, BlockPlan, Drafting, fill_block
from layoutgen.stages.massing.mass import Filled, Stood, bare, drafting, finished
from layoutgen.stages.massing.site_fill import raise_plans
from layoutgen.stages.massing.standing import Standing, stood
from layoutgen.standards.clause import Standard

ENOUGH = 0.985  # of what a block carried: whole slabs come no nearer
HIGHER = 3  # of the next higher storey numbers that are tried


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is to be mended."""

    blocks: Collection[str]
    is_thorough: bool = False  # other directions are tried too, and left-over ground is filled: slow


def mended(first: Stood, order: Order, commission: Commission, structure: Structure, standard: Standard) -> Stood:
    """Homes of which some blocks are filled anew, so that all have their sun and nothing beside the site loses its own.

    What those blocks carry less than before is made up for by raising rows, as far as that goes.

    Parameters
    ----------
    first
        Massed without what stands beside the site.
    commission
        The same, with what stands beside the site.
    """
    filled, choices = first.filled, commission.choices
    draft, base = drafting(commission, structure, standard, filled.facilities), bare(commission, standard, filled.facilities)
    standing = stood(base, [row for row in first.rows if row.block not in order.blocks], choices)
    plans: list[BlockPlan] = []
    for plan in filled.plans:
        kept = replace(plan, rows=tuple(row for row in first.rows if row.block == plan.block.id))
        if plan.block.id in order.blocks:
            kept = _filled_anew(standing, kept, filled, order.is_thorough, draft)
            standing = kept.standing
        plans.append(kept)
    plans[-1] = replace(plans[-1], standing=standing)
    households, top = commission.program.households, _top(plans, draft)
    anew = replace(filled, plans=raise_plans(base, filled.ground, plans, households, top, draft))
    return finished(base, anew, draft, commission, standard)


def _top(plans: Sequence[BlockPlan], draft: Drafting) -> int:
    """Option as high as the highest rows."""
    highest = max((slab.storeys for plan in plans for row in plan.rows for slab in row.slabs), default=0)
    return max((k for k, option in enumerate(draft.options) if option.storeys <= highest), default=0)


def _filled_anew(standing: Standing, plan: BlockPlan, filled: Filled, is_thorough: bool, draft: Drafting) -> BlockPlan:
    """Block with as much floor area as it had, by the lowest storeys not below its own that carry it; else with the most."""
    best: BlockPlan | None = None
    name, first = plan.block.id, draft.options.index(plan.option)
    higher = range(first, min(first + HIGHER + 1, len(draft.options)))
    for k in (first,) if is_thorough else higher:
        ask = Ask(
            block=plan.block,
            cells=filled.ground.cells[name],
            option=draft.options[k],
            ask_m2=plan.gfa_m2,
            weights=filled.ground.weights(name, k),
            manners=filled.ground.manners(name, k),
            is_thorough=is_thorough,
        )
        found = fill_block(standing, ask, draft)
        best = found if best is None or found.gfa_m2 > best.gfa_m2 else best
        if best.gfa_m2 >= plan.gfa_m2 * ENOUGH:
            break
    return best or plan
