"""Size of fire grounds, by the height of the building they serve."""

from collections.abc import Iterator

import shapely
from shapely.geometry import Polygon

from layoutgen.geometry.sides import sides
from layoutgen.geometry.widths import inscribed_width
from layoutgen.model.limit import Limit
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.standards.fire_class import is_tall
from layoutgen.validator.fire_grounds import high_rises, served_buildings


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure the long or the short side of each fire ground."""
    served = served_buildings(plan)
    if not high_rises(plan):
        yield Inapplicable(reason="no high-rise building")
        return
    if not served:
        yield Finding(subjects=("site",), measured=0.0, limit=_any_limit(clause), note="high-rises, but no fire ground")
    for ground, building in served:
        limit = clause.row(height="tall" if is_tall(building) else "other") if clause.rows else clause.bound
        if limit is not None:
            size = _size(ground.outline, clause.text("side", "short"))
            yield Finding(subjects=(ground.id, building.id), measured=size, limit=limit)


def _any_limit(clause: Clause) -> Limit:
    return clause.rows[0].limit if clause.rows else clause.bound


def _size(outline: Polygon, side: str) -> float:
    short = inscribed_width(outline)
    if side == "short" or short <= 0.0:
        return short
    return min(sides(outline)[0].length, float(shapely.area(outline)) / short)
