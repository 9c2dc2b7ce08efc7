"""Gardens that anybody can enter from the street."""

from collections.abc import Iterator

import shapely
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.tolerance import OVERLAP_EPS_M2, TOUCH_EPS_M
from layoutgen.indicators.land import lots_of
from layoutgen.model.kinds import LotKind, RoadClass, WayKind
from layoutgen.model.plan import Lot, Plan, tag
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.judgement import network


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Count gardens outside gated blocks that touch a public street, a road edge, or a walkable way to the city.

    One whose label says that it is not open is none.
    """
    gated = shapely.union_all([block.outline for block in plan.blocks if block.is_gated])
    streets = [way.outline for way in plan.ways if way.kind is WayKind.STREET]
    roads = [edge.line for edge in plan.edges if edge.road_class is not RoadClass.NONE]
    public = shapely.union_all([*streets, *roads])
    lots = [lot for lot in lots_of(plan, LotKind.GARDEN.value) if tag(lot.tags, "is_open") != "no"]
    gardens = [lot for lot in lots if lot.outline.intersection(gated).area <= OVERLAP_EPS_M2]
    found = [lot.id for lot in gardens if _touches(lot, public)]
    if not found:
        found = [lot.id for lot in gardens if _is_walked_to(plan, lot)]
    yield Finding(subjects=tuple(found) or ("site",), measured=float(len(found)), limit=clause.bound)


def _touches(lot: Lot, public: BaseGeometry) -> bool:
    return not public.is_empty and float(lot.outline.distance(public)) <= TOUCH_EPS_M


def _is_walked_to(plan: Plan, lot: Lot) -> bool:
    graph = network(plan)
    outside = {int(graph.component[node]) for node in graph.city}
    return any(int(graph.component[node]) in outside for node in graph.nodes_of(lot.id))
