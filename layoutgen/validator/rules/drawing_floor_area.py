"""Floor areas on the labels against what is drawn."""

from collections.abc import Iterator

from layoutgen.indicators.intensity import floor_area_m2
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Divide each label's floor area by footprint times storeys."""
    if not plan.buildings:
        yield Inapplicable(reason="no building is drawn")
    for building in plan.buildings:
        drawn = floor_area_m2(building)
        ratio = building.floor_area_m2 / drawn if drawn > 0.0 else None
        note = f"{building.floor_area_m2:.2f} m2 said, {drawn:.2f} m2 drawn"
        yield Finding(subjects=(building.id,), measured=ratio, limit=clause.bound, note=note)
