"""Area of the largest single lot of a kind ``of``; pieces are never summed."""

from collections.abc import Iterator

from layoutgen.indicators.land import lots_of
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure the largest; where none is drawn the area is 0."""
    lots = lots_of(plan, clause.of)
    if not lots:
        yield Finding(subjects=("site",), measured=0.0, limit=clause.bound, note=f"no {clause.of} lot drawn")
        return
    yield Finding(subjects=(lots[0].id,), measured=float(lots[0].outline.area), limit=clause.bound)
