"""The farthest home from the bus stops drawn: on the walking network to the boundary, beyond it straight by a detour."""

import math
from collections.abc import Iterator

from layoutgen.model.kinds import SpotKind
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.judgement import network
from layoutgen.walking.distances import walks_to_stop

SILENT = "no bus stop is drawn: name the nearest ones in the site file"


def farthest_home(plan: Plan, clause: Clause, metres_per_unit: float) -> Iterator[Finding | Inapplicable]:
    """Finding for the longest walk, and the share of doors within the limit; without a stop the drawing does not tell.

    ``detour`` is the clause's: walked metres for a straight one outside the site.
    """
    stops = [spot.point for spot in plan.spots if spot.kind is SpotKind.BUS_STOP]
    if not stops:
        yield Finding(subjects=("site",), measured=None, limit=clause.bound, blocked=SILENT)
        return
    walks = walks_to_stop(plan, network(plan), stops, clause.number("detour"))
    if not walks:
        yield Inapplicable(reason="no dwelling door drawn")
        return
    door, longest = max(walks, key=lambda walk: (walk[1], walk[0]))
    within = sum(clause.bound.met_by(metres / metres_per_unit) for _, metres in walks) / len(walks)
    measured = longest / metres_per_unit if math.isfinite(longest) else None
    yield Finding(subjects=(door,), measured=measured, limit=clause.bound, note=f"{within:.1%} of the doors within")
