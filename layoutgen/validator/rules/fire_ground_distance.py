"""Distance of fire grounds from the walls of the buildings they serve."""

from collections.abc import Iterator

from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.fire_grounds import served_buildings


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure from the near edge of each fire ground to its building."""
    served = served_buildings(plan)
    if not served:
        yield Inapplicable(reason="no fire ground that serves a high-rise")
    for ground, building in served:
        gap = float(ground.outline.distance(building.footprint))
        yield Finding(subjects=(ground.id, building.id), measured=gap, limit=clause.bound)
