"""Blocks with dwellings, judged one by one by their climate zone and average storeys."""

from collections.abc import Callable, Iterator

from layoutgen.indicators.intensity import average_storeys
from layoutgen.indicators.people import block_dwellings
from layoutgen.model.plan import Block, Plan
from layoutgen.model.report import Finding, Inapplicable, Measured
from layoutgen.standards.clause import Clause
from layoutgen.standards.counting import load_counting


def judge_blocks(
    plan: Plan, clause: Clause, measure: Callable[[Plan, Block], Measured], note: str = ""
) -> Iterator[Finding | Inapplicable]:
    """Finding for every block with dwellings that the clause has a figure for."""
    counting = load_counting()
    group = counting.group_of(plan.facts.place.climate_zone)
    housed = [block for block in plan.blocks if block_dwellings(plan, block)]
    judged = 0
    for block in housed:
        storeys = average_storeys(plan, block)
        storey_class = counting.storey_class(storeys)
        limit = clause.limit or clause.row(group=group, **{"class": storey_class})
        if limit is not None:
            judged += 1
            said = f"{storeys:.1f} storeys on average, {storey_class}" if clause.rows else note
            yield Finding(subjects=(block.id,), measured=measure(plan, block), limit=limit, note=said)
    if not judged:
        yield Inapplicable(reason="no block of this zone and class" if housed else "no block with dwellings")
