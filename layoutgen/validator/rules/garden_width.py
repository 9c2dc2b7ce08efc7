"""Width of the largest garden: the largest circle that fits into it."""

from collections.abc import Iterator

from layoutgen.geometry.widths import inscribed_width
from layoutgen.indicators.land import largest_garden
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure the circle's diameter."""
    garden = largest_garden(plan)
    if garden is None:
        yield Finding(subjects=("site",), measured=None, limit=clause.bound, note="no garden lot drawn")
        return
    yield Finding(subjects=(garden.id,), measured=inscribed_width(garden.outline), limit=clause.bound)
