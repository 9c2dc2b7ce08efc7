"""Fire grounds in pieces: how far apart the pieces before one high-rise lie."""

from collections.abc import Iterator

import shapely

from layoutgen.geometry.sides import sides
from layoutgen.model.limit import Limit
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.standards.fire_class import is_tall
from layoutgen.validator.fire_grounds import high_rises, served_buildings


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure the widest gap along the side of each high-rise that has the most ground before it."""
    served = served_buildings(plan)
    if not served:
        yield Inapplicable(reason="no fire ground that serves a high-rise")
    reach = clause.number("reach_m")
    for building in high_rises(plan):
        limit = _limit(clause, "tall" if is_tall(building) else "other")
        ground = shapely.union_all([g.outline for g, owner in served if owner.id == building.id])
        if limit is None or ground.is_empty:
            continue
        rescue = max(sides(building.footprint), key=lambda side: side.cover(ground, reach))
        gaps = rescue.gaps(ground, reach)
        yield Finding(subjects=(building.id,), measured=max(gaps, default=0.0), limit=limit, note=f"{len(gaps) + 1} pieces")


def _limit(clause: Clause, height: str) -> Limit | None:
    return clause.row(height=height) if clause.rows else clause.bound
