"""Sun of protected neighbours: their south walls and lines of windows keep the standard, or what they had."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.standards.sun_standard import sun_limit, sun_of_clause
from layoutgen.sunlight.hours import window_minutes
from layoutgen.sunlight.neighbours import surroundings, watched_windows
from layoutgen.sunlight.windows import scene_of


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure assumed windows of each protected neighbour and along each line, with and without the plan's buildings."""
    limit = sun_limit(clause, plan.facts.place)
    watched = watched_windows(plan, clause)
    if not watched or limit is None or limit.low is None:
        yield Inapplicable(reason="no protected neighbour" if not watched else "the table has no row for this place")
        return
    sun = sun_of_clause(clause, limit.low)
    alone, everything = surroundings(plan), scene_of(plan)
    for name, (lines, sills) in watched.items():
        before = window_minutes(lines, sills, alone, sun, plan.facts.place.latitude_deg) / 60.0
        after = window_minutes(lines, sills, everything, sun, plan.facts.place.latitude_deg) / 60.0
        worst = int(np.argmin(after - np.minimum(before, limit.low)))
        owed = min(float(before[worst]), limit.low)
        note = f"worst of {len(lines)} windows; {float(before[worst]):.2f} h without the plan's buildings"
        yield Finding(subjects=(name,), measured=float(after[worst]), limit=replace(limit, low=owed), note=note)
