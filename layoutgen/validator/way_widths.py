"""Width of roads, measured where they run through the site: an end that the boundary cuts aslant is no narrow place."""

from dataclasses import replace

import shapely
from shapely.geometry import LineString, Point
from shapely.ops import substring

from layoutgen.geometry.parts import polygons
from layoutgen.geometry.tolerance import OVERLAP_EPS_M2, TOUCH_EPS_M
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
    return _own_width(plan, way if run is None else replace(way, centre=run), ground)


def _clear_width(plan: Plan, way: Way) -> float | None:
    return road_width(plan, way, clear_ground(plan))


def whole_width(plan: Plan, way: Way) -> float | None:
    """Width of a way over its whole length [m], without what stands on it; None where it has none."""
    return _own_width(plan, way, clear_ground(plan)) if way.kind in THROUGH else clear_width(plan, way)


def _walked_widths(plan: Plan) -> dict[str, float | None]:
    ground = drawn_ground(plan)
    return {way.id: _own_width(plan, way, ground) for way in plan.ways if way.kind in (WayKind.ACCESS, WayKind.FOOTPATH)}


clear_width = once_each(_clear_width)  # of a way as `road_width` has it, without what stands on it [m]
walked_widths = once(_walked_widths)  # of every lane and path by its id [m]


def _tree(plan: Plan) -> shapely.STRtree:
    return shapely.STRtree([way.outline for way in plan.ways])


way_tree = once(_tree)  # of the ways' outlines, in the plan's order


def _own_width(plan: Plan, way: Way, ground: CutGround) -> float | None:
    """Least width of a way outside the others drawn over it: inside a wider road none is measured by that road's width."""
    near = [plan.ways[int(i)] for i in way_tree(plan).query(way.outline, predicate="intersects")]
    over = [other.outline for other in near if other.id != way.id and _overlap_m2(other, way) > OVERLAP_EPS_M2]
    own = polygons(shapely.difference(way.outline, shapely.union_all(over)), OVERLAP_EPS_M2) if over else ()
    widths = [least_width(replace(way, outline=piece), ground) for piece in own]
    found = [width for width in widths if width is not None]
    return min(found) if found else least_width(way, ground)


def _overlap_m2(one: Way, other: Way) -> float:
    return float(shapely.intersection(one.outline, other.outline).area)


def _between_boundaries(plan: Plan, way: Way) -> LineString | None:
    """The centre line without the ends at which the boundary cuts the outline; None where that leaves nothing."""
    corners = [Point(xy) for xy in shapely.get_coordinates(way.outline)]
    along = [way.centre.project(corner) for corner in corners if shapely.dwithin(corner, plan.boundary.exterior, TOUCH_EPS_M)]
    half = way.centre.length / 2.0
    start = max((float(a) for a in along if a < half), default=0.0)
    end = min((float(a) for a in along if a >= half), default=way.centre.length)
    run = substring(way.centre, start, end)
    return run if isinstance(run, LineString) and run.length > TOUCH_EPS_M else None
