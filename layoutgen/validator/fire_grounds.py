"""Fire grounds and the high-rise buildings that they serve."""

import shapely
from shapely.geometry.base import BaseGeometry

from layoutgen.model.kinds import GroundKind
from layoutgen.model.plan import Building, Ground, Plan, tag
from layoutgen.standards.fire_class import is_high_rise


def high_rises(plan: Plan) -> tuple[Building, ...]:
    """High-rise buildings of a plan."""
    return tuple(building for building in plan.buildings if is_high_rise(building))


def fire_grounds(plan: Plan) -> tuple[Ground, ...]:
    """All fire grounds of a plan."""
    return tuple(ground for ground in plan.grounds if ground.kind is GroundKind.FIRE_GROUND)


def served_buildings(plan: Plan) -> tuple[tuple[Ground, Building], ...]:
    """Each fire ground with the high-rise it names, else with the nearest one; none where there is no high-rise."""
    buildings = high_rises(plan)
    if not buildings:
        return ()
    by_id = {building.id: building for building in buildings}
    tree = shapely.STRtree([building.footprint for building in buildings])
    return tuple(
        (ground, by_id.get(tag(ground.tags, "of") or "") or buildings[int(tree.nearest(ground.outline))])
        for ground in fire_grounds(plan)
    )


def ground_between(ground: Ground, building: Building) -> BaseGeometry:
    """Ground between a fire ground and its building: not farther from either than they are from each other."""
    gap = float(ground.outline.distance(building.footprint))
    both = shapely.intersection(
        shapely.buffer(ground.outline, gap, join_style="mitre"), shapely.buffer(building.footprint, gap, join_style="mitre")
    )
    return shapely.difference(both, building.footprint)
