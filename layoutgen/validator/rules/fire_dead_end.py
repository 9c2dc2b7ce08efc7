"""Dead-end fire lanes: a long one has a turning head 回车场 at its end."""

from collections.abc import Iterator

import shapely
from shapely.geometry import Point

from layoutgen.geometry.tolerance import LENGTH_EPS_M
from layoutgen.geometry.widths import inscribed_width
from layoutgen.model.kinds import GroundKind
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.standards.fire_class import HIGH
from layoutgen.validator.dead_ends import DeadEnd, dead_ends
from layoutgen.validator.fire_grounds import high_rises
from layoutgen.validator.lanes import standing_things


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure the turning head at every dead end that is longer than asked."""
    longest = clause.number("from_m") + LENGTH_EPS_M
    ends = [end for end in dead_ends(plan) if end.length > longest and _concerns(plan, end, clause)]
    if not any(way.is_fire_lane for way in plan.ways):
        yield Inapplicable(reason="no fire lane")
    elif not ends:
        yield Inapplicable(reason=f"no such fire lane leads {clause.number('from_m'):g} m or farther into a dead end")
    for end in ends:
        width = _head_width(plan, end.point, clause.number("reach_m"))
        note = f"dead end of {end.length:.2f} m"
        yield Finding(subjects=(end.way,), measured=width, limit=clause.bound, note=note)


def _concerns(plan: Plan, end: DeadEnd, clause: Clause) -> bool:
    """Whether a clause on high-rises concerns the dead end: a high-rise stands along its way."""
    if clause.text("class") != HIGH:
        return True
    centre = next(way.centre for way in plan.ways if way.id == end.way)
    reach = clause.number("along_m")
    return any(shapely.dwithin(building.footprint, centre, reach) for building in high_rises(plan))


def _head_width(plan: Plan, point: Point, reach_m: float) -> float:
    """Width of the widest clear circle in the turning heads at a point, and in the ways that open into them."""
    heads = [g.outline for g in plan.grounds if g.kind is GroundKind.TURNING_HEAD and g.outline.distance(point) <= reach_m]
    if not heads:
        return 0.0
    head = shapely.union_all(heads)
    ways = [way.outline for way in plan.ways if shapely.dwithin(way.outline, head, LENGTH_EPS_M)]
    whole = shapely.union_all([head, *(shapely.intersection(way, shapely.envelope(head)) for way in ways)])
    closed = shapely.buffer(shapely.buffer(whole, LENGTH_EPS_M, join_style="mitre"), -LENGTH_EPS_M, join_style="mitre")
    things = [thing for thing in standing_things(plan) if thing.intersects(closed)]
    return inscribed_width(shapely.difference(closed, shapely.union_all(things)))
