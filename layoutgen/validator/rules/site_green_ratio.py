"""Green ratio of the whole site."""

from collections.abc import Iterator

from layoutgen.indicators.green import green_ratio
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.judgement import green


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure the counted green against the land inside the boundary."""
    yield Finding(subjects=("site",), measured=green_ratio(plan.boundary, green(plan)), limit=clause.bound)
