"""Land of every block with dwellings, per person of its drawn dwellings."""

from collections.abc import Iterator

from layoutgen.indicators.land import block_area_m2
from layoutgen.indicators.people import block_people
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.housed_blocks import judge_blocks


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure each block's land over its people."""
    return judge_blocks(plan, clause, lambda plan, block: block_area_m2(block) / block_people(plan, block))
