"""Accessible dwellings, as the labels of the dwelling buildings declare them."""

import math
from collections.abc import Iterator
from dataclasses import replace

from layoutgen.geometry.tolerance import RATIO_EPS
from layoutgen.indicators.people import dwellings_drawn
from layoutgen.model.plan import Building, Plan, tag_number
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Add up the declared dwellings, against the clause's number of every hundred, rounded up."""
    homes = [building for building in plan.buildings if building.dwellings]
    if not homes:
        yield Inapplicable(reason="no dwelling drawn")
        return
    households = dwellings_drawn(plan)
    per_hundred = clause.bound.low or 0.0
    asked = float(math.ceil(per_hundred * households / 100.0 - RATIO_EPS))
    is_silent = all(tag_number(building.tags, "accessible") is None for building in homes)
    yield Finding(
        subjects=("site",),
        measured=float(sum(_declared(building) for building in homes)),
        limit=replace(clause.bound, low=asked),
        is_declared=True,
        note=f"of {households} dwellings",
        blocked="no label says how many dwellings are accessible" if is_silent else "",
    )


def _declared(building: Building) -> int:
    """Accessible dwellings of a building: no more than it has."""
    value = tag_number(building.tags, "accessible")
    return min(int(value), building.dwellings) if value is not None and math.isfinite(value) else 0
