"""Width of roads, measured where they run through the site: an end that the boundary cuts aslant is no narrow place."""

from dataclasses import replace

import shapely
from shapely.geometry import LineString, Point
from shapely.ops import substring

from layoutgen.geometry.tolerance import TOUCH_EPS_M
from layoutgen.model.kinds import WayKind
from layoutgen.model.plan import Plan, Way
from layoutgen.validator.judgement import once, once_each
from layoutgen.validator.lanes import all_clear_outlines
from layoutgen.walking.cross_cuts import CutGround, cut_ground
from layoutgen.walking.widths import least_width

THROUGH = (WayKind.STREET, WayKind.ATTACHED)


def _drawn_ground(plan: Plan) -> CutGround:
    return cut_ground([way.outline for way in plan.ways])


def _clear_ground(plan: Plan) -> CutGround:
    return cut_ground(all_clear_outlines(plan))


drawn_ground = once(_drawn_ground)  # of all ways
clear_ground = once(_clear_ground)  # of all ways, without what stands on them


def road_width(plan: Plan, way: Way, ground: CutGround) -> float | None:
    """Least width of a way across its centre line [m]; None where it is too short to have one, or lies outside its outline."""
    run = _between_boundaries(plan, way) if way.kind in THROUGH else None
    return least_width(way if run is None else replace(way, centre=run), ground)


def _clear_width(plan: Plan, way: Way) -> float | None:
    return road_width(plan, way, clear_ground(plan))


def whole_width(plan: Plan, way: Way) -> float | None:
    """Width of a way over its whole length [m], without what stands on it; None where it has none."""
    return least_width(way, clear_ground(plan)) if way.kind in THROUGH else clear_width(plan, way)


def _walked_widths(plan: Plan) -> dict[str, float | None]:
    ground = drawn_ground(plan)
    return {way.id: least_width(way, ground) for way in plan.ways if way.kind in (WayKind.ACCESS, WayKind.FOOTPATH)}


clear_width = once_each(_clear_width)  # of a way as `road_width` has it, without what stands on it [m]
walked_widths = once(_walked_widths)  # of every lane and path by its id [m]


def _between_boundaries(plan: Plan, way: Way) -> LineString | None:
    """The centre line without the ends at which the boundary cuts the outline; None where that leaves nothing."""
    corners = [Point(xy) for xy in shapely.get_coordinates(way.outline)]
    along = [way.centre.project(corner) for corner in corners if shapely.dwithin(corner, plan.boundary.exterior, TOUCH_EPS_M)]
    half = way.centre.length / 2.0
    start = max((float(a) for a in along if a < half), default=0.0)
    end = min((float(a) for a in along if a >= half), default=way.centre.length)
    run = substring(way.centre, start, end)
    return run if isinstance(run, LineString) and run.length > TOUCH_EPS_M else None
