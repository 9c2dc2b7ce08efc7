"""Walk from every home to the nearest bus stop drawn; outside the site by ``detour``."""

import math
from collections.abc import Iterator

from layoutgen.model.kinds import SpotKind
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.walking.distances import walks_to_stop
from layoutgen.walking.graph import walk_graph

SILENT = "no bus stop is drawn: name the nearest ones in the site file"


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure the farthest home in metres; without a stop the drawing does not tell."""
    stops = [spot.point for spot in plan.spots if spot.kind is SpotKind.BUS_STOP]
    if not stops:
        yield Finding(subjects=("site",), measured=None, limit=clause.bound, blocked=SILENT)
        return
    walks = walks_to_stop(plan, walk_graph(plan), stops, clause.number("detour"))
    if not walks:
        yield Inapplicable(reason="no dwelling door drawn")
        return
    door, longest = max(walks, key=lambda walk: (walk[1], walk[0]))
    within = sum(clause.bound.met_by(walk) for _, walk in walks) / len(walks)
    note = f"{within:.1%} of the doors within"
    yield Finding(subjects=(door,), measured=longest if math.isfinite(longest) else None, limit=clause.bound, note=note)
