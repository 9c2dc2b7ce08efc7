"""Fire grounds are free: nothing stands on them, and no ramp opens between them and their building."""

from collections.abc import Iterator

import shapely

from layoutgen.model.kinds import GroundKind
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.fire_grounds import ground_between, served_buildings
from layoutgen.validator.lanes import standing_things


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure what stands on each fire ground, and the ramps between it and its building."""
    served = served_buildings(plan)
    if not served:
        yield Inapplicable(reason="no fire ground that serves a high-rise")
        return
    things = standing_things(plan)
    tree = shapely.STRtree(things)
    ramps = shapely.union_all([g.outline for g in plan.grounds if g.kind is GroundKind.RAMP])
    for ground, building in served:
        near = sorted(tree.query(ground.outline, predicate="intersects").tolist())
        cover = shapely.union_all([things[i] for i in near] + [shapely.intersection(ramps, ground_between(ground, building))])
        taken = shapely.intersection(cover, shapely.union(ground.outline, ground_between(ground, building)))
        yield Finding(subjects=(ground.id, building.id), measured=float(taken.area), limit=clause.bound)
