"""Green ratio of every block with dwellings."""

from collections.abc import Iterator

from layoutgen.indicators.green import counted_green, green_ratio
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.housed_blocks import judge_blocks


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure each block's counted green."""
    green = counted_green(plan)
    return judge_blocks(plan, clause, lambda _, block: green_ratio(block.outline, green))
