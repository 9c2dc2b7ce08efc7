"""Spacing of the carriageways that fire engines use, as the widest circle between their centre lines."""

from collections.abc import Iterator

import shapely

from layoutgen.geometry.tolerance import GRID_M
from layoutgen.geometry.widths import inscribed_width
from layoutgen.model.kinds import WayKind
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure the widest ground inside the boundary that no centre line crosses."""
    lines = [way.centre for way in plan.ways if way.is_fire_lane or way.kind is not WayKind.FOOTPATH]
    if not lines:
        yield Inapplicable(reason="no carriageway drawn")
        return
    between = shapely.difference(plan.boundary, shapely.union_all(shapely.buffer(lines, GRID_M)))
    yield Finding(subjects=("site",), measured=inscribed_width(between), limit=clause.bound)
