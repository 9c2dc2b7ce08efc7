"""Stalls for short stops in every block with dwellings."""

from collections.abc import Iterator

from layoutgen.model.plan import Block, Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.housed_blocks import judge_blocks

VISITOR = "visitor"


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Count surface stalls labelled for visitors whose middle lies in the block."""
    stalls = [stall.outline.centroid for stall in plan.stalls if stall.use == VISITOR]

    def count(_: Plan, block: Block) -> float:
        return float(sum(block.outline.covers(stall) for stall in stalls))

    return judge_blocks(plan, clause, count)
