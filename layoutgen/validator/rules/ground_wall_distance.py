"""Distance from the grounds of the ``kinds`` to the nearest dwelling wall."""

from collections.abc import Iterator

import shapely

from layoutgen.model.kinds import BuildingUse
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure from each ground's outline to the nearest building that people live in, whatever else it holds."""
    grounds = [ground for ground in plan.grounds if ground.kind.value in clause.words("kinds")]
    homes = shapely.union_all([b.footprint for b in plan.buildings if b.use is BuildingUse.DWELLING or b.dwellings > 0])
    if not grounds or homes.is_empty:
        yield Inapplicable(reason="no such ground drawn" if not grounds else "no dwelling building drawn")
        return
    for ground in grounds:
        yield Finding(subjects=(ground.id,), measured=float(ground.outline.distance(homes)), limit=clause.bound)
