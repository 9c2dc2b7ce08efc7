"""Central green of every block with dwellings, per person of the block."""

from collections.abc import Iterator

from layoutgen.indicators.green import central_green_m2
from layoutgen.indicators.people import block_people
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.housed_blocks import judge_blocks


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure what counts of each block's central green."""
    return judge_blocks(plan, clause, lambda plan, block: central_green_m2(plan, block) / block_people(plan, block))
