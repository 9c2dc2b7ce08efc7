"""Length of city roads over the land: streets whole, roads along the site by half."""

from collections.abc import Iterator

import shapely

from layoutgen.model.kinds import RoadClass, WayKind
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause

HALF = 0.5  # a road along the site serves the land on its other side as well
KM2_PER_M2 = 1e-6
KM_PER_M = 1e-3


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Add up the centre lines inside the boundary and half of the edges along a road."""
    inside = sum(
        float(shapely.intersection(way.centre, plan.boundary).length) for way in plan.ways if way.kind is WayKind.STREET
    )
    along = sum(float(edge.line.length) for edge in plan.edges if edge.road_class is not RoadClass.NONE)
    land = float(plan.boundary.area) * KM2_PER_M2
    yield Finding(subjects=("site",), measured=(inside + HALF * along) * KM_PER_M / land, limit=clause.bound)
