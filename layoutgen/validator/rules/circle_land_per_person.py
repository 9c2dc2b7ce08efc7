"""Land of the five-minute circle per person."""

from collections.abc import Iterator

from layoutgen.indicators.circle import circle_land_m2
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.circle import judge_circle


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure to the centre lines of the roads around, over the stated people."""
    people = plan.facts.people
    return judge_circle(plan, clause, circle_land_m2(plan) / people if people > 0 else None)
