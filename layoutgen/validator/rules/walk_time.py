"""Time on foot from every home to the nearest thing of each of ``kinds``, at ``speed_m_per_min``."""

from collections.abc import Iterator

from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.farthest_home import farthest_homes


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure the farthest home of each kind in minutes."""
    return farthest_homes(plan, clause, clause.number("speed_m_per_min"))
