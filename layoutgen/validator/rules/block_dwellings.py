"""Dwellings of every block that has any."""

from collections.abc import Iterator

from layoutgen.indicators.people import block_dwellings
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.housed_blocks import judge_blocks


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Count each block's dwellings."""
    return judge_blocks(plan, clause, lambda plan, block: float(block_dwellings(plan, block)))
