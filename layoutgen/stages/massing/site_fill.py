"""All blocks of a site filled for the homes asked: the lowest storey numbers that carry them, shortfalls carried on."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import shapely

from layoutgen.stages.massing.block_plan import Ask, BlockPlan, Drafting, fill_block
from layoutgen.stages.massing.raising import Ceiling, Raising, raised, raised_apart
from layoutgen.stages.massing.search import Search
from layoutgen.stages.massing.site_ground import Ground
from layoutgen.stages.massing.standing import Standing
from layoutgen.stages.massing.storey_windows import Choice

ROUNDS = 8  # choices of storeys that are tried
IDLE = 3  # of them without a gain: then no more
ENOUGH = 0.995  # of the households: then no taller homes are tried
HOUSED = 0.99  # of the households: then nothing more is tried, nor homes of a higher class
NEARLY = 0.93  # of the households: left-over ground may bring the rest
RAISE_FROM = 0.85  # of the households: raising rows may close such a gap


@dataclass(slots=True, kw_only=True, eq=False)
class _Tries:
    """The site as it was filled best so far; works inside one massing."""

    base: Standing
    ground: Ground
    households: int
    draft: Drafting
    best: tuple[BlockPlan, ...] = ()
    choice: Choice | None = None  # that the best was filled by

    @property
    def housed(self) -> float:
        """Share of the households that the best houses."""
        return min(_dwellings(self.best) / self.households, 1.0)

    def stand(self, choice: Choice, *, is_thorough: bool = False) -> tuple[BlockPlan, ...]:
        """Fill the site as chosen, rows raised; keep it where it houses more."""
        plans = fill_blocks(self.base, self.ground, choice, self.draft, is_thorough=is_thorough)
        plans = raise_plans(self.base, self.ground, plans, self.households, choice.top, self.draft)
        if min(_dwellings(plans) / self.households, 1.0) > self.housed:
            self.best, self.choice = plans, choice
        return plans

    def is_content(self, choice: Choice) -> bool:
        """Whether homes of a higher class, which come next, are not worth it: left-over ground is filled before."""
        options = self.draft.options
        if self.choice is None or options[self.choice.top].storey_class == options[choice.top].storey_class:
            return False
        if NEARLY <= self.housed < HOUSED:
            self.stand(self.choice, is_thorough=True)
        return self.housed >= HOUSED


def fill_site(base: Standing, ground: Ground, need_m2: float, households: int, draft: Drafting) -> tuple[BlockPlan, ...]:
    """Fill the blocks with the lowest storeys that house the households; else with those that house most."""
    search = Search(
        options=draft.options,
        over=draft.choices.housing.over_ask,
        tables={block.id: ground.table(block, draft) for block in ground.blocks},
        caps={b.id: [o.far_max * b.outline.area for o in draft.options] for b in ground.blocks},
    )
    tries, idle = _Tries(base=base, ground=ground, households=households, draft=draft), 0
    for _ in range(ROUNDS):
        choice = search.next(need_m2)
        if choice is None or idle == IDLE or (not idle and tries.is_content(choice)):
            break
        before = tries.housed
        plans = tries.stand(choice)
        search.learn(choice, {plan.block.id: plan.gfa_m2 for plan in plans})
        idle = 0 if tries.housed > before else idle + 1
        if tries.housed >= ENOUGH:
            break
    mixed, last = search.mixed(), tries.choice
    orders = ((last, True), (mixed, False)) if tries.housed >= NEARLY else ((mixed, False), (last, True))
    for choice, is_thorough in (*orders, (mixed, True)):
        if choice is not None and tries.housed < HOUSED:
            tries.stand(choice, is_thorough=is_thorough)
    return tries.best


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
        based = ground.based(block, choice.options[block.id], draft)
        k = based.option
        ask = Ask(
            block=block,
            cells=ground.cells[block.id],
            option=draft.options[k],
            ask_m2=choice.asks_m2[block.id] * based.even_m2 / max(based.gfa_m2, 1.0),
            weights=ground.weights(block.id, k),
            manners=ground.manners(block.id, k),
            is_thorough=is_thorough,
        )
        plan = fill_block(standing, ask, draft)
        standing = plan.standing
        plans.append(plan)
    return tuple(plans)


def raise_plans(
    base: Standing, ground: Ground, plans: Sequence[BlockPlan], households: int, top: int, draft: Drafting
) -> tuple[BlockPlan, ...]:
    """Plans with rows raised as far as a top option, within class and caps, where that may close the gap."""
    if not RAISE_FROM * households <= _dwellings(plans) < households:
        return tuple(plans)
    within = draft.options[: top + 1]
    ceilings = {
        plan.block.id: Ceiling(
            gfa_m2=plan.option.far_max * plan.block.outline.area,
            storeys=max(o.storeys for o in within if o.storey_class == plan.option.storey_class),
        )
        for plan in plans
    }
    cells = {cell.id: cell for own in ground.cells.values() for cell in own}
    raising = Raising(base=base.sun, households=households, ceilings=ceilings, cells=cells, draft=draft)
    rows = raised(raising, plans[-1].standing.sun, [row for plan in plans for row in plan.rows])
    rows = raised_apart(raising, rows)
    return tuple(replace(plan, rows=tuple(row for row in rows if row.block == plan.block.id)) for plan in plans)
