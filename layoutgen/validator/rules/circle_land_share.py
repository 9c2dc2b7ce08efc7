"""Share of the five-minute circle's land that is ``of`` one use: housing, facilities, green or road."""

from collections.abc import Iterator

from layoutgen.indicators.circle import circle_shares
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.circle import judge_circle


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure blocks, lots, gardens, or streets and half the roads around."""
    return judge_circle(plan, clause, circle_shares(plan).get(clause.of))
