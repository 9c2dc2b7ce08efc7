"""How central a facility lies among the dwellings."""

from collections.abc import Iterator

import numpy as np
from shapely.geometry import Point

from layoutgen.model.plan import Facility, Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.facilities import each_or_absent


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure the distance to the middle of all dwellings as a share of the farthest dwelling building's."""
    homes = [(b.footprint.centroid.x, b.footprint.centroid.y, b.dwellings) for b in plan.buildings if b.dwellings > 0]
    if not homes:
        yield Inapplicable(reason="no dwellings are drawn")
        return
    table = np.asarray(homes, dtype=float)
    middle = np.average(table[:, :2], axis=0, weights=table[:, 2])
    radius = float(np.hypot(*(table[:, :2] - middle).T).max())
    if radius <= 0.0:
        yield Inapplicable(reason="all dwellings stand in one place")
        return
    for item in each_or_absent(plan, clause):
        if not isinstance(item, Facility):
            yield item
            continue
        distance = float(Point(middle[0], middle[1]).distance(item.outline.centroid))
        yield Finding(subjects=(item.id,), measured=distance / radius, limit=clause.bound)
