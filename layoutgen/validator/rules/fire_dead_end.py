"""Dead-end fire lanes: a long one has a turning head 回车场 at its end."""

from collections.abc import Iterator

import shapely

from layoutgen.geometry.tolerance import LENGTH_EPS_M
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.standards.fire_class import HIGH
from layoutgen.validator.dead_ends import DeadEnd, dead_ends
from layoutgen.validator.fire_grounds import high_rises
from layoutgen.validator.turning_heads import head_width


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure the turning head at every dead end that is longer than asked."""
    longest = clause.number("from_m") + LENGTH_EPS_M
    ends = [end for end in dead_ends(plan) if end.length > longest and _concerns(plan, end, clause)]
    if not any(way.is_fire_lane for way in plan.ways):
        yield Inapplicable(reason="no fire lane")
    elif not ends:
        yield Inapplicable(reason=f"no such fire lane leads {clause.number('from_m'):g} m or farther into a dead end")
    for end in ends:
        width = head_width(plan, end.point, clause.number("reach_m"))
        note = f"dead end of {end.length:.2f} m"
        yield Finding(subjects=(end.way,), measured=width, limit=clause.bound, note=note)


def _concerns(plan: Plan, end: DeadEnd, clause: Clause) -> bool:
    """Whether a clause on high-rises concerns the dead end: a high-rise stands along its way."""
    if clause.text("class") != HIGH:
        return True
    centre = next(way.centre for way in plan.ways if way.id == end.way)
    reach = clause.number("along_m")
    return any(shapely.dwithin(building.footprint, centre, reach) for building in high_rises(plan))
