"""Floor area ratio of the whole site."""

from collections.abc import Iterator

from layoutgen.indicators.intensity import site_far
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure all buildings against the land inside the boundary."""
    if not plan.buildings and clause.bound.low is None:
        yield Inapplicable(reason="no building is drawn")
        return
    yield Finding(subjects=("site",), measured=site_far(plan), limit=clause.bound)
