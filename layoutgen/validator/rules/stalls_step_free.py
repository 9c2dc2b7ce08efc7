"""Accessible stalls: from each a walkable way without steps is reached over level ground."""

from collections.abc import Iterator

import shapely

from layoutgen.geometry.parts import polygons
from layoutgen.geometry.tolerance import SNAP_NODE_M, TOUCH_EPS_M
from layoutgen.model.kinds import GroundKind, RoadClass, StallKind
from layoutgen.model.plan import Plan, tag
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.walking.graph import is_walkable


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Look whether each accessible stall touches such a way, or paving that touches one."""
    stalls = [stall for stall in plan.stalls if stall.kind is StallKind.ACCESSIBLE]
    if not stalls:
        yield Inapplicable(reason="no accessible stall drawn")
        return
    streets = [edge.line.buffer(TOUCH_EPS_M) for edge in plan.edges if edge.road_class is not RoadClass.NONE]
    walked = [way.outline for way in plan.ways if is_walkable(way) and tag(way.tags, "steps") != "yes"]
    paved = [ground.outline for ground in plan.grounds if ground.kind is GroundKind.PAVED]
    whole = shapely.union_all([shapely.buffer(outline, TOUCH_EPS_M) for outline in (*walked, *paved, *streets)])
    ways = shapely.union_all([*walked, *streets])
    level = shapely.union_all([piece for piece in polygons(whole) if shapely.intersects(piece, ways)])
    for stall in stalls:
        joined = bool(shapely.dwithin(stall.outline, level, SNAP_NODE_M))
        yield Finding(subjects=(stall.id,), measured=joined, limit=clause.bound)
