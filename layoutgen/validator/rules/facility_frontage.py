"""Whether a facility stands on a street."""

from collections.abc import Iterator

import shapely
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.tolerance import SNAP_NODE_M
from layoutgen.model.kinds import RoadClass, WayKind
from layoutgen.model.plan import Facility, Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.facilities import building_of, each_or_absent, lot_of

PUBLIC = (WayKind.STREET, WayKind.ATTACHED)


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Tell for each facility whether its lot, or its building where it has none, touches a street or a road edge."""
    streets: list[BaseGeometry] = [way.outline for way in plan.ways if way.kind in PUBLIC]
    roads: list[BaseGeometry] = [edge.line for edge in plan.edges if edge.road_class is not RoadClass.NONE]
    fronts = shapely.union_all([*streets, *roads])
    for item in each_or_absent(plan, clause):
        if not isinstance(item, Facility):
            yield item
            continue
        lot, building = lot_of(plan, item), building_of(plan, item)
        land = lot.outline if lot else building.footprint if building else item.outline
        touches = not fronts.is_empty and bool(land.distance(fronts) <= SNAP_NODE_M)
        yield Finding(subjects=(item.id, lot.id) if lot else (item.id,), measured=touches, limit=clause.bound)
