"""Vehicle gates of every block with dwellings: those at a city road through which a way is drawn."""

from collections.abc import Iterator

from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.gates import open_gates
from layoutgen.validator.housed_blocks import judge_blocks


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Count the gates on each block's outline."""
    yield from judge_blocks(plan, clause, lambda plan, block: float(len(open_gates(plan, block))))
