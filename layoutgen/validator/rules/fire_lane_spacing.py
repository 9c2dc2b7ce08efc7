"""Spacing of the carriageways that fire engines use, as the widest circle between their centre lines."""

from collections.abc import Iterator

import shapely

from layoutgen.geometry.tolerance import GRID_M
from layoutgen.geometry.widths import inscribed_width
from layoutgen.model.kinds import WayKind
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.judgement import once


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure the widest ground inside the boundary that no centre line crosses."""
    width = _widest_between(plan)
    if width is None:
        yield Inapplicable(reason="no carriageway drawn")
        return
    yield Finding(subjects=("site",), measured=width, limit=clause.bound)


@once
def _widest_between(plan: Plan) -> float | None:
    """Diameter of the widest circle between the centre lines [m]; None where there are none."""
    lines = [way.centre for way in plan.ways if way.is_fire_lane or way.kind is not WayKind.FOOTPATH]
    if not lines:
        return None
    return inscribed_width(shapely.difference(plan.boundary, shapely.union_all(shapely.buffer(lines, GRID_M))))
