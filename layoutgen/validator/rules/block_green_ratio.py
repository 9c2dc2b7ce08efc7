"""Green ratio of every block with dwellings."""

from collections.abc import Iterator

from layoutgen.indicators.green import green_ratio
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.housed_blocks import judge_blocks
from layoutgen.validator.judgement import green


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure each block's counted green."""
    counted = green(plan)
    return judge_blocks(plan, clause, lambda _, block: green_ratio(block.outline, counted))
