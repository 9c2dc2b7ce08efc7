"""Green ratio of the whole site."""

from collections.abc import Iterator

from layoutgen.indicators.green import site_green_ratio
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure the counted green against the land inside the boundary."""
    yield Finding(subjects=("site",), measured=site_green_ratio(plan), limit=clause.bound)
