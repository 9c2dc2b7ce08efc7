"""Land of every block with dwellings, inside the road red lines."""

from collections.abc import Iterator

from layoutgen.indicators.land import block_area_m2
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.housed_blocks import judge_blocks


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure each block."""
    return judge_blocks(plan, clause, lambda _, block: block_area_m2(block))
