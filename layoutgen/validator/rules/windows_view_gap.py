"""How far the windows of living spaces look out before the next dwelling building stands in their view."""

from collections.abc import Iterator

import numpy as np
import shapely

from layoutgen.indicators.intensity import is_housing
from layoutgen.model.plan import Plan, Window
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.faces import Face

ROOMS = ("living", "bedroom")


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure straight out from each window, as deep as ``reach_m``; the nearest view of each building counts."""
    homes = [building for building in plan.buildings if is_housing(building)]
    windows = [window for window in plan.windows if window.room in ROOMS]
    walls = np.array([home.footprint for home in homes], dtype=object)
    views = np.array([_view(window).before(clause.number("reach_m")) for window in windows], dtype=object)
    which, into = shapely.STRtree(walls).query(views, predicate="intersects") if len(views) else ([], [])
    nearest: dict[str, tuple[float, str]] = {}
    for i, j in zip(which, into, strict=True):
        own = windows[i].building
        if homes[j].id != own:
            gap = (float(windows[i].line.distance(shapely.intersection(views[i], walls[j]))), homes[j].id)
            nearest[own] = min(gap, nearest.get(own, gap))
    for building, (distance, other) in sorted(nearest.items()):
        yield Finding(subjects=(building, other), measured=distance, limit=clause.bound)
    if not nearest:
        yield Inapplicable(reason="no window looks at another dwelling building within reach")


def _view(window: Window) -> Face:
    return Face(building=window.building, kind="window", line=window.line)
