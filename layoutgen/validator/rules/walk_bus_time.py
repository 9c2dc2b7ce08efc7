"""Time on foot from every home to the nearest bus stop drawn, at ``speed_m_per_min``; outside the site by ``detour``."""

import math
from collections.abc import Iterator

from layoutgen.model.kinds import SpotKind
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.judgement import network
from layoutgen.walking.distances import walks_to_stop

SILENT = "no bus stop is drawn: name the nearest ones in the site file"


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure the farthest home in minutes; without a stop the drawing does not tell."""
    stops = [spot.point for spot in plan.spots if spot.kind is SpotKind.BUS_STOP]
    if not stops:
        yield Finding(subjects=("site",), measured=None, limit=clause.bound, blocked=SILENT)
        return
    walks = walks_to_stop(plan, network(plan), stops, clause.number("detour"))
    if not walks:
        yield Inapplicable(reason="no dwelling door drawn")
        return
    door, longest = max(walks, key=lambda walk: (walk[1], walk[0]))
    minutes = longest / clause.number("speed_m_per_min")
    yield Finding(subjects=(door,), measured=minutes if math.isfinite(minutes) else None, limit=clause.bound)
