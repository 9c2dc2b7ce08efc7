"""Where the site's roads join the roads of the city."""

from collections.abc import Iterator

import shapely

from layoutgen.geometry.tolerance import CITY_REACH_M
from layoutgen.model.kinds import RoadClass, WayKind
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Count the roads whose centre line ends on an edge along a road."""
    roads = shapely.union_all([edge.line for edge in plan.edges if edge.road_class is not RoadClass.NONE])
    ways = [way for way in plan.ways if way.kind is not WayKind.FOOTPATH]
    ends = [end for way in ways for end in way.centre.boundary.geoms]
    links = 0 if roads.is_empty else sum(float(end.distance(roads)) <= CITY_REACH_M for end in ends)
    yield Finding(subjects=("site",), measured=float(links), limit=clause.bound)
