"""Access road of a site that lies off the city's roads: its width where it enters, by the floor area it serves."""

from collections.abc import Iterator

import numpy as np
import shapely

from layoutgen.geometry.parts import lines
from layoutgen.geometry.tolerance import CITY_REACH_M, TOUCH_EPS_M
from layoutgen.model.kinds import RoadClass
from layoutgen.model.plan import Plan, Way
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.motor_ways import motor_ways
from layoutgen.validator.way_widths import clear_ground, clear_width
from layoutgen.walking.cross_cuts import pieces_across


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure the widest of the ways that end on the boundary, or, where two are wide enough, the second of them."""
    floor_area = sum(building.footprint.area * building.storeys for building in plan.buildings)
    if not plan.edges or any(edge.road_class is not RoadClass.NONE for edge in plan.edges):
        yield Inapplicable(reason="the site lies along a city road" if plan.edges else "no edge of the site is described")
        return
    size = "small" if floor_area <= clause.number("floor_area_m2") else "large"
    entering = [w for w in motor_ways(plan) if shapely.dwithin(w.centre.boundary, plan.boundary.exterior, CITY_REACH_M)]
    widths = sorted((_width(plan, way) for way in entering), reverse=True)
    found = [
        Finding(subjects=("site",), measured=width, limit=limit, note=f"{floor_area:.0f} m2 of floor area, {roads} access road")
        for roads, width in zip(("one", "two"), [*widths, 0.0][:2], strict=False)
        if (limit := clause.row(size=size, roads=roads)) is not None
    ]
    yield max(found, key=lambda finding: finding.limit.margin(finding.measured) or 0.0)


def _width(plan: Plan, way: Way) -> float:
    """Width of a way that enters; of one that is out of another road only just before the boundary, where it comes out [m]."""
    width = clear_width(plan, way) or 0.0
    others = shapely.union_all([o.outline for o in plan.ways if o.id != way.id and o.outline.intersects(way.outline)])
    necks = [n for n in lines(shapely.difference(way.centre, others)) if n.dwithin(plan.boundary.exterior, CITY_REACH_M)]
    neck = max(necks, key=lambda line: float(line.length), default=None)
    if neck is None or not 4.0 * TOUCH_EPS_M < neck.length < way.centre.length - TOUCH_EPS_M:
        return width
    ends = shapely.get_coordinates(neck)[[0, -1]]
    if shapely.distance(shapely.points(ends[0]), plan.boundary.exterior) < neck.length / 2.0:
        neck = shapely.reverse(neck)
    here, there = (shapely.get_coordinates(neck.interpolate(k * TOUCH_EPS_M))[0] for k in (2.0, 3.0))
    tangents = np.array([(there - here) / float(np.hypot(*(there - here)))])
    ground = clear_ground(plan)
    across = pieces_across(ground, ground.touching(way.outline), np.array([here]), tangents)
    return min(width, max(float(across[0]) - TOUCH_EPS_M, 0.0))
