"""How far the farthest homes stand from the middle of all dwellings."""

from collections.abc import Iterator

import numpy as np

from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure from the middle of the dwellings, each building by its dwellings."""
    homes = [building for building in plan.buildings if building.dwellings > 0]
    if not homes:
        yield Inapplicable(reason="no dwellings are drawn")
        return
    points = np.array([(home.footprint.centroid.x, home.footprint.centroid.y) for home in homes])
    middle = np.average(points, axis=0, weights=[home.dwellings for home in homes])
    away = np.hypot(*(points - middle).T)
    farthest = int(np.argmax(away))
    yield Finding(subjects=(homes[farthest].id,), measured=float(away[farthest]), limit=clause.bound)
