"""Accessible stalls of every parking facility: ``share`` of its stalls, rounded up, and at least the limit."""

import math
from collections.abc import Iterator
from dataclasses import replace

from layoutgen.geometry.tolerance import RATIO_EPS
from layoutgen.indicators.parking import ParkingFacility, parking_facilities
from layoutgen.model.limit import Limit
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause

WANTED = {"": (True, False), "resident": (True,), "public": (False,)}
SILENT = "the label does not say how many stalls are accessible"


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Count the accessible stalls of each garage and of the surface stalls of each block or lot."""
    asked = WANTED[clause.of]
    facilities = [f for f in parking_facilities(plan) if f.is_resident in asked and f.stalls]
    if not facilities:
        yield Inapplicable(reason="no stalls")
    for facility in facilities:
        yield _finding(facility, _limit(clause, facility.stalls))


def _limit(clause: Clause, stalls: int) -> Limit:
    least = clause.bound.low or 0.0
    return replace(clause.bound, low=max(least, float(math.ceil(clause.number("share") * stalls - RATIO_EPS))))


def _finding(facility: ParkingFacility, limit: Limit) -> Finding:
    count = facility.accessible
    return Finding(
        subjects=(facility.id,),
        measured=None if count is None else float(count),
        limit=limit,
        is_declared=facility.is_garage,
        note=f"of {facility.stalls} stalls",
        blocked=SILENT if count is None else "",
    )
