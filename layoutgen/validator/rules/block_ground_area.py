"""Area of the largest single ground of a kind ``of`` in every block with dwellings; pieces are never summed."""

from collections.abc import Iterator

from layoutgen.model.plan import Block, Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.housed_blocks import judge_blocks


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure what of each ground lies in the block; where none is drawn the area is 0."""
    grounds = [ground.outline for ground in plan.grounds if ground.kind.value == clause.of]

    def largest(_: Plan, block: Block) -> float:
        return max((float(ground.intersection(block.outline).area) for ground in grounds), default=0.0)

    return judge_blocks(plan, clause, largest)
