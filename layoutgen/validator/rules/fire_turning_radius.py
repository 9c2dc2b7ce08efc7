"""Room for the arcs of fire engines at the corners of their lanes, or of cars at those of the ways that a clause names."""

from collections.abc import Iterator, Sequence

import shapely
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.tolerance import LENGTH_EPS_M, RATIO_EPS
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.lanes import standing_things
from layoutgen.walking.lane_corners import Corner, lane_corners
from layoutgen.walking.led_on import led_on

SEEK = 1.5  # times the limit: wider arcs are not looked for


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure, lane by lane, the widest arc that fits into its tightest corner clear of all that stands."""
    kinds = clause.words("ways")
    corners = lane_corners(led_on([way for way in plan.ways if (way.kind.value in kinds if kinds else way.is_fire_lane)]))
    if not corners:
        yield Inapplicable(reason="no corner of such a way" if kinds else "no corner of a fire lane")
        return
    things = (*standing_things(plan), *plan.keep_outs)
    tree = shapely.STRtree(things)
    seek = SEEK * (clause.bound.low or 0.0)
    tightest: dict[str, float] = {}
    for corner in corners:
        near = tree.query(corner.reach(seek), predicate="intersects").tolist()
        radius = _widest(corner, [things[i] for i in sorted(near)], seek)
        for arm in (corner.first, corner.second):
            tightest[arm.way] = min(tightest.get(arm.way, seek), radius)
    for way, radius in sorted(tightest.items()):
        yield Finding(subjects=(way,), measured=radius, limit=clause.bound, note="or wider" if radius >= seek else "")


def _widest(corner: Corner, things: Sequence[BaseGeometry], seek: float) -> float:
    """Radius of the widest arc whose ground is free, by halving; arcs up to ``seek``."""
    if not things:
        return seek
    taken = shapely.buffer(shapely.union_all(list(things)), -LENGTH_EPS_M, join_style="mitre")  # the drawing's grid
    shapely.prepare(taken)
    if _is_free(corner, seek, taken):
        return seek
    low, high = 0.0, seek
    while high - low > LENGTH_EPS_M / 2.0:
        middle = (low + high) / 2.0
        low, high = (middle, high) if _is_free(corner, middle, taken) else (low, middle)
    return low


def _is_free(corner: Corner, radius_m: float, taken: BaseGeometry) -> bool:
    if not shapely.intersects(taken, corner.reach(radius_m)):
        return True
    return float(shapely.intersection(corner.fillet(radius_m), taken).area) <= RATIO_EPS
