"""Walk on the network from every home to the nearest thing of each of ``kinds``."""

from collections.abc import Iterator

from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.farthest_home import farthest_homes


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure the farthest home of each kind in metres."""
    return farthest_homes(plan, clause, 1.0)
