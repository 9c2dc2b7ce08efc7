"""Access road of a site that lies off the city's roads: its width where it enters, by the floor area it serves."""

from collections.abc import Iterator

import shapely

from layoutgen.geometry.tolerance import CITY_REACH_M
from layoutgen.model.kinds import RoadClass
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.motor_ways import motor_ways
from layoutgen.validator.way_widths import clear_width


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure the widest of the ways that end on the boundary, or, where two are wide enough, the second of them."""
    floor_area = sum(building.footprint.area * building.storeys for building in plan.buildings)
    if not plan.edges or any(edge.road_class is not RoadClass.NONE for edge in plan.edges):
        yield Inapplicable(reason="the site lies along a city road" if plan.edges else "no edge of the site is described")
        return
    size = "small" if floor_area <= clause.number("floor_area_m2") else "large"
    entering = [w for w in motor_ways(plan) if shapely.dwithin(w.centre.boundary, plan.boundary.exterior, CITY_REACH_M)]
    widths = sorted((clear_width(plan, way) or 0.0 for way in entering), reverse=True)
    found = [
        Finding(subjects=("site",), measured=width, limit=limit, note=f"{floor_area:.0f} m2 of floor area, {roads} access road")
        for roads, width in zip(("one", "two"), [*widths, 0.0][:2], strict=False)
        if (limit := clause.row(size=size, roads=roads)) is not None
    ]
    yield max(found, key=lambda finding: finding.limit.margin(finding.measured) or 0.0)
