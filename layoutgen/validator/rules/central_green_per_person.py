"""Central green of every block with dwellings, per person of the block."""

from collections.abc import Iterator

from layoutgen.indicators.people import block_people
from layoutgen.model.plan import Block, Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.housed_blocks import judge_blocks
from layoutgen.validator.judgement import central_greens


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure what counts of each block's central green."""

    def share(plan: Plan, block: Block) -> float | None:
        people = block_people(plan, block)
        return sum(float(piece.area) for piece in central_greens(plan)[block.id]) / people if people > 0.0 else None

    return judge_blocks(plan, clause, share)
