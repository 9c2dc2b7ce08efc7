"""Green ratio of the lots of a kind ``of``."""

from collections.abc import Iterator

from layoutgen.indicators.green import green_ratio
from layoutgen.indicators.land import lots_of
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.judgement import green


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure the green that counts over the land of each lot."""
    lots = lots_of(plan, clause.of)
    if not lots:
        yield Finding(subjects=("site",), measured=None, limit=clause.bound, note=f"no {clause.of} lot drawn")
        return
    for lot in lots:
        yield Finding(subjects=(lot.id,), measured=green_ratio(lot.outline, green(plan)), limit=clause.bound)
