"""Distance of surface stalls from buildings."""

from collections.abc import Iterator

import shapely

from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure from each stall to the nearest building of the plan or its surroundings."""
    names = [b.id for b in plan.buildings] + [c.id for c in plan.context]
    shapes = [b.footprint for b in plan.buildings] + [c.footprint for c in plan.context]
    if not plan.stalls or not shapes:
        yield Inapplicable(reason="no surface stall" if shapes else "no building")
        return
    stalls = [stall.outline for stall in plan.stalls]
    (which, near), gaps = shapely.STRtree(shapes).query_nearest(stalls, return_distance=True, all_matches=False)
    for i, j, gap in zip(which.tolist(), near.tolist(), gaps.tolist(), strict=True):
        yield Finding(subjects=(plan.stalls[i].id, names[j]), measured=float(gap), limit=clause.bound)
