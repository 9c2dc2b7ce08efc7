"""Time on foot from every home to the nearest bus stop drawn, at ``speed_m_per_min``; outside the site by ``detour``."""

from collections.abc import Iterator

from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.farthest_stop import farthest_home


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure the farthest home in minutes."""
    return farthest_home(plan, clause, clause.number("speed_m_per_min"))
