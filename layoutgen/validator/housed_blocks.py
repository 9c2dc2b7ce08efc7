"""Blocks with dwellings, judged one by one by their climate zone and average storeys."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from layoutgen.indicators.intensity import average_storeys
from layoutgen.indicators.land import buildings_of
from layoutgen.model.limit import Limit, Measured
from layoutgen.model.plan import Block, Building, Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.standards.counting import Counting, load_counting
from layoutgen.validator.judgement import once


@dataclass(frozen=True, slots=True, kw_only=True)
class _Standing:
    """What stands in a block."""

    buildings: tuple[str, ...]
    storeys: float  # on average, of its housing


def _standing(plan: Plan) -> tuple[_Standing, ...]:
    return tuple(
        _Standing(buildings=tuple(building.id for building in buildings_of(plan, block)), storeys=average_storeys(plan, block))
        for block in plan.blocks
    )


_stands = once(_standing)  # in every block, in the plan's order


def judge_blocks(plan: Plan, clause: Clause, measure: Callable[[Plan, Block], Measured]) -> Iterator[Finding | Inapplicable]:
    """Finding for every block with dwellings that the clause has a figure for; dwellings in no block fail it."""
    counting = load_counting()
    judged = 0
    left = {building.id: building for building in plan.buildings if building.dwellings}
    homes = len(left)
    for block, stands in zip(plan.blocks, _stands(plan), strict=True):
        inside = [name for name in stands.buildings if name in left]
        for name in inside:
            del left[name]
        storeys = stands.storeys
        limit = _limit(clause, counting, plan, storeys) if inside else None
        if limit is not None:
            judged += 1
            note = f"{storeys:.1f} storeys on average, {counting.storey_class(storeys)}" if clause.rows else ""
            yield Finding(subjects=(block.id,), measured=measure(plan, block), limit=limit, note=note)
    strays = [finding for building in left.values() for finding in _stray(clause, counting, plan, building)]
    yield from strays
    if not judged and not strays:
        yield Inapplicable(reason="no block of this zone and class" if homes else "no block with dwellings")


def _limit(clause: Clause, counting: Counting, plan: Plan, storeys: float) -> Limit | None:
    keys = {"group": counting.group_of(plan.facts.place.climate_zone), "class": counting.storey_class(storeys)}
    return clause.limit or clause.row(**keys)


def _stray(clause: Clause, counting: Counting, plan: Plan, building: Building) -> Iterator[Finding]:
    limit = _limit(clause, counting, plan, building.storeys)
    if limit is not None:
        yield Finding(subjects=(building.id,), measured=None, limit=limit, note="dwellings that stand in no block")
