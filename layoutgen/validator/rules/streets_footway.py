"""Footways of the public streets: what the red lines leave on each side of the carriageway, no more than the label says."""

from collections.abc import Iterator

from layoutgen.model.kinds import WayKind
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.way_widths import drawn_ground, road_width


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Take the carriageway of the label off the width between the red lines."""
    streets = [way for way in plan.ways if way.kind is WayKind.STREET]
    if not streets:
        yield Inapplicable(reason="no public street drawn")
    ground = drawn_ground(plan)
    for way in streets:
        room = ((road_width(plan, way, ground) or 0.0) - way.carriageway_m) / 2.0
        yield Finding(
            subjects=(way.id,),
            measured=max(min(way.footway_m, room), 0.0),
            limit=clause.bound,
            is_declared=True,
            blocked="" if way.footway_m else "the label tells of no footway",
        )
