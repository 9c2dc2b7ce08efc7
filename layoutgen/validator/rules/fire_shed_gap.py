"""Distance of bicycle sheds with charging places from buildings."""

from collections.abc import Iterator

import shapely

from layoutgen.model.kinds import GroundKind
from layoutgen.model.plan import Ground, Plan, tag_number
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure from each shed where e-bikes are charged to the nearest building of the plan or its surroundings."""
    names = [b.id for b in plan.buildings] + [c.id for c in plan.context]
    shapes = [b.footprint for b in plan.buildings] + [c.footprint for c in plan.context]
    sheds = [ground for ground in plan.grounds if _is_charging(ground)]
    if not sheds or not shapes:
        yield Inapplicable(reason="no shed with charging places" if shapes else "no building")
        return
    outlines = [shed.outline for shed in sheds]
    (which, near), gaps = shapely.STRtree(shapes).query_nearest(outlines, return_distance=True, all_matches=False)
    for i, j, gap in zip(which.tolist(), near.tolist(), gaps.tolist(), strict=True):
        yield Finding(subjects=(sheds[i].id, names[j]), measured=float(gap), limit=clause.bound)


def _is_charging(ground: Ground) -> bool:
    return ground.kind is GroundKind.BIKE_SHED and (tag_number(ground.tags, "charging") or 0.0) > 0.0
