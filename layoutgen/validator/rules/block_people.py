"""People of every block with dwellings."""

from collections.abc import Iterator

from layoutgen.indicators.people import block_people
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.housed_blocks import judge_blocks


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Count each block's dwellings times the household size."""
    return judge_blocks(plan, clause, block_people)
