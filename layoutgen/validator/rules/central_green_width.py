"""Width of the widest piece of central green of every block with dwellings."""

from collections.abc import Iterator

from layoutgen.model.plan import Block, Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.housed_blocks import judge_blocks
from layoutgen.validator.judgement import central_widths


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure the largest circle inside each block's central green, edges taken off."""

    def width(plan: Plan, block: Block) -> float:
        return max((width for _, width in central_widths(plan)[block.id]), default=0.0)

    return judge_blocks(plan, clause, width)
