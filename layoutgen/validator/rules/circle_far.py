"""Floor area ratio of the five-minute circle."""

from collections.abc import Iterator

from layoutgen.indicators.circle import circle_far
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.circle import judge_circle


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure to the centre lines of the roads around."""
    return judge_circle(plan, clause, circle_far(plan))
