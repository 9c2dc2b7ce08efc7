"""How far every garage stays inside the red lines: the site's boundary, and the streets'."""

from collections.abc import Iterator

import shapely

from layoutgen.model.kinds import WayKind
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.parked_garages import parked_garages


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure from each garage's outline to the nearest red line; 0 where it crosses one."""
    garages = parked_garages(plan)
    if not garages:
        yield Inapplicable(reason="no garage drawn")
    streets = [way.outline for way in plan.ways if way.kind is WayKind.STREET]
    lines = shapely.union_all([plan.boundary.exterior, *streets])
    for garage in garages:
        inside = plan.boundary.covers(garage.ground.outline)
        gap = float(garage.ground.outline.distance(lines)) if inside else 0.0
        yield Finding(subjects=(garage.ground.id,), measured=gap, limit=clause.bound)
