"""Floor area ratio of every block with dwellings."""

from collections.abc import Iterator

from layoutgen.indicators.intensity import block_far
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.housed_blocks import judge_blocks


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure each block to its road red lines."""
    return judge_blocks(plan, clause, block_far)
