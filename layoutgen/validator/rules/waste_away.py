"""Distance from every waste point to the nearest place where people gather."""

import math
from collections.abc import Iterator

from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.crowds import nearest_crowd, waste_points


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure to play grounds, the kindergarten's doors and the entrances."""
    gaps = [(spot.id, *nearest_crowd(plan, spot.point)) for spot in waste_points(plan)]
    found = [(name, gap, crowd) for name, gap, crowd in gaps if math.isfinite(gap)]
    if not found:
        yield Inapplicable(reason="no waste point drawn" if not gaps else "no place where people gather drawn")
    for name, gap, crowd in found:
        yield Finding(subjects=(name, crowd), measured=gap, limit=clause.bound)
