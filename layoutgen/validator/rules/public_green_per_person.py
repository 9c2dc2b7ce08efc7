"""Open public green of the community per person stated on the drawing."""

from collections.abc import Iterator

from layoutgen.indicators.land import public_green_m2
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure the garden lots; green inside blocks does not count."""
    if plan.facts.people <= 0:
        yield Finding(subjects=("site",), measured=None, limit=clause.bound, blocked="the drawing states no people")
        return
    yield Finding(subjects=("site",), measured=public_green_m2(plan) / plan.facts.people, limit=clause.bound)
