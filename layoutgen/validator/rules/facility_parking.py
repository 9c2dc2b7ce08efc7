"""Parking that belongs to a facility."""

from collections.abc import Iterator

from shapely.geometry import Polygon

from layoutgen.model.kinds import GroundKind
from layoutgen.model.plan import Facility, Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.facilities import each_or_absent, lot_of

BICYCLE = "bicycle"


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Count stalls, or bicycle sheds, whose middle lies on the facility's lot, or in reach of it where it has no lot."""
    is_bicycle = clause.text("vehicle") == BICYCLE
    sheds = [(ground.id, ground.outline) for ground in plan.grounds if ground.kind is GroundKind.BIKE_SHED]
    stalls = [(stall.id, stall.outline) for stall in plan.stalls]
    for item in each_or_absent(plan, clause):
        if not isinstance(item, Facility):
            yield item
            continue
        lot = lot_of(plan, item)
        land: Polygon = lot.outline if lot else item.outline.buffer(clause.number("reach_m"))
        places = [name for name, outline in (sheds if is_bicycle else stalls) if land.covers(outline.centroid)]
        yield Finding(subjects=(item.id, *places[:1]), measured=float(len(places)), limit=clause.bound)
