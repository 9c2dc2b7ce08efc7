"""All blocks of a site filled for the homes asked: the lowest storey numbers that carry them, shortfalls carried on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import shapely

from layoutgen.model.plan import Block
from layoutgen.model.stages import Cell
from layoutgen.stages.massing.block_plan import Ask, BlockPlan, Drafting, fill_block
from layoutgen.stages.massing.raising import Ceiling, raised
from layoutgen.stages.massing.reach import Reach, cell_reaches
from layoutgen.stages.massing.search import Search
from layoutgen.stages.massing.standing import Standing
from layoutgen.stages.massing.storey_windows import Choice

ROUNDS = 8  # choices of storeys that are tried
IDLE = 2  # of them without a gain: then no more
HOUSED = 0.99  # of the households: then nothing more is tried
RAISE_FROM = 0.85  # of the households: raising rows may close such a gap


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Ground:
    """What is filled: the blocks north to south, and their cells."""

    blocks: tuple[Block, ...]
    cells: Mapping[str, tuple[Cell, ...]]  # by block, north to south
    cell_reach: Mapping[str, Sequence[Reach]]  # by cell and option

    def weights(self, block: str, option: int) -> dict[str, float]:
        """How an ask is shared out among the cells of a block."""
        return {cell.id: self.cell_reach[cell.id][option].gfa_m2 for cell in self.cells[block]}

    def manners(self, block: str, option: int) -> dict[str, int]:
        """In which manner each cell of a block is best filled."""
        return {cell.id: self.cell_reach[cell.id][option].manner for cell in self.cells[block]}

    def even_share(self, block: str, option: int) -> float:
        """How much of what a block reaches it reaches before its northern rows are raised."""
        reaches = [self.cell_reach[cell.id][option] for cell in self.cells[block]]
        even_m2, raised_m2 = sum(reach.gfa_m2 for reach in reaches), sum(reach.raised_m2 for reach in reaches)
        return even_m2 / (even_m2 + raised_m2) if even_m2 else 1.0

    def table(self, block: Block, draft: Drafting) -> tuple[float, ...]:
        """Floor area that a block reaches by option, its northern rows raised, caps kept [m2]."""
        found: list[float] = []
        for k, option in enumerate(draft.options):
            reaches = [self.cell_reach[cell.id][k] for cell in self.cells[block.id]]
            even_m2 = min(sum(reach.gfa_m2 for reach in reaches), option.far_reach * block.outline.area)
            found.append(min(even_m2 + sum(reach.raised_m2 for reach in reaches), option.far_max * block.outline.area))
        return tuple(found)


def ground_of(base: Standing, blocks: Sequence[Block], cells: Sequence[Cell], draft: Drafting) -> Ground:
    """Blocks that have cells, north to south, and what their cells reach by the pitch table."""
    by_block = {block.id: _north_first([cell for cell in cells if cell.block == block.id]) for block in blocks}
    filled = sorted(
        (b for b in blocks if by_block[b.id]), key=lambda b: (-round(b.outline.centroid.y, 1), b.outline.centroid.x)
    )
    own = _north_first([cell for block in filled for cell in by_block[block.id]])
    return Ground(blocks=tuple(filled), cells=by_block, cell_reach=cell_reaches(own, base.sun, draft))


def _north_first(cells: Sequence[Cell]) -> tuple[Cell, ...]:
    return tuple(sorted(cells, key=lambda c: (-round(c.outline.centroid.y, 1), c.outline.centroid.x, c.id)))


def fill_site(base: Standing, ground: Ground, need_m2: float, households: int, draft: Drafting) -> tuple[BlockPlan, ...]:
    """Fill the blocks with the lowest storeys that house the households; else with those that house most."""
    tables = {block.id: ground.table(block, draft) for block in ground.blocks}
    search = Search(
        options=draft.options,
        over=draft.choices.housing.over_ask,
        tables=tables,
        caps={b.id: [o.far_max * b.outline.area for o in draft.options] for b in ground.blocks},
    )
    best, best_choice, idle = tuple[BlockPlan, ...](), None, 0
    for _ in range(ROUNDS):
        choice = search.next(need_m2)
        if choice is None or idle == IDLE:
            break
        plans = raise_plans(base, fill_blocks(base, ground, choice, draft), households, draft)
        search.learn(choice, {plan.block.id: plan.gfa_m2 for plan in plans}, need_m2)
        idle += 1
        if _is_better(plans, best, households):
            best, best_choice, idle = plans, choice, 0
        if _dwellings(plans) >= households:
            return best
    if best_choice is None:
        return best
    mixed = search.mixed()
    for choice, is_thorough in ((mixed, False), (best_choice, True), (mixed, True)):
        if choice is None or _dwellings(best) >= households * HOUSED:
            continue
        plans = fill_blocks(base, ground, choice, draft, is_thorough=is_thorough)
        plans = raise_plans(base, plans, households, draft)
        best = plans if _is_better(plans, best, households) else best
    return best


def _is_better(plans: Sequence[BlockPlan], best: Sequence[BlockPlan], households: int) -> bool:
    return min(_dwellings(plans), households) > min(_dwellings(best), households)


def _dwellings(plans: Sequence[BlockPlan]) -> int:
    return sum(plan.dwellings for plan in plans)


def fill_blocks(
    base: Standing, ground: Ground, choice: Choice, draft: Drafting, *, is_thorough: bool = False
) -> tuple[BlockPlan, ...]:
    """Fill every block as chosen, north to south; thoroughly means in any direction, left-over ground too."""
    standing, plans = base, list[BlockPlan]()
    for number, block in enumerate(ground.blocks, start=1):
        later = [draft.inner(cell) for other in ground.blocks[number:] for cell in ground.cells[other.id]]
        standing = replace(standing, ahead=shapely.union_all(later))
        k = choice.options[block.id]
        ask = Ask(
            block=block,
            cells=ground.cells[block.id],
            option=draft.options[k],
            ask_m2=choice.asks_m2[block.id] * ground.even_share(block.id, k),
            weights=ground.weights(block.id, k),
            manners=ground.manners(block.id, k),
            is_thorough=is_thorough,
        )
        plan = fill_block(standing, ask, draft)
        standing = plan.standing
        plans.append(plan)
    return tuple(plans)


def raise_plans(base: Standing, plans: Sequence[BlockPlan], households: int, draft: Drafting) -> tuple[BlockPlan, ...]:
    """Plans with rows raised inside their storey classes and caps, where that may close the gap to the households."""
    if not RAISE_FROM * households <= _dwellings(plans) < households:
        return tuple(plans)
    ceilings = {
        plan.block.id: Ceiling(
            gfa_m2=plan.option.far_reach * plan.block.outline.area,
            storeys=max(o.storeys for o in draft.options if o.storey_class == plan.option.storey_class),
        )
        for plan in plans
    }
    before = [row for plan in plans for row in plan.rows]
    rows = raised(base.sun, plans[-1].standing.sun, before, households, ceilings, draft.choices)
    return tuple(replace(plan, rows=tuple(row for row in rows if row.block == plan.block.id)) for plan in plans)
