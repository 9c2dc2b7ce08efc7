"""Walk from every home to the nearest bus stop drawn; outside the site by ``detour``."""

from collections.abc import Iterator

from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.farthest_stop import farthest_home


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure the farthest home in metres."""
    return farthest_home(plan, clause, 1.0)
