"""Podiums between a fire ground and its high-rise: how deep they are."""

from collections.abc import Iterator

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from layoutgen.model.plan import Building, Ground, Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.fire_grounds import ground_between, served_buildings


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure the depth of all other buildings between each fire ground and the one that it serves."""
    served = served_buildings(plan)
    if not served:
        yield Inapplicable(reason="no fire ground that serves a high-rise")
    tree = shapely.STRtree([building.footprint for building in plan.buildings])
    for ground, building in served:
        land = ground_between(ground, building)
        near = [plan.buildings[n] for n in sorted(tree.query(land, predicate="intersects").tolist())]
        between = shapely.intersection(land, shapely.union_all([other.footprint for other in near if other.id != building.id]))
        yield Finding(subjects=(ground.id, building.id), measured=_depth(between, ground, building), limit=clause.bound)


def _depth(between: BaseGeometry, ground: Ground, building: Building) -> float:
    """How deep a shape is on the way from the building to the ground."""
    points = shapely.get_coordinates(between)
    way = shapely.get_coordinates(shapely.shortest_line(building.footprint, ground.outline))
    length = float(np.hypot(*(way[1] - way[0])))
    if not len(points) or length <= 0.0:
        return 0.0
    along = (points - way[0]) @ ((way[1] - way[0]) / length)
    return float(along.max() - along.min())
