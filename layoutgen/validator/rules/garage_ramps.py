"""Ramps of every garage with so many stalls, or the lanes of all its ramps together."""

from collections.abc import Iterator

from layoutgen.geometry.sides import sides
from layoutgen.model.plan import Ground, Plan, tag_number
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.parked_garages import parked_garages


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Count the ramps that reach the garage's outline; lanes as the labels say, no more than the widths hold."""
    low, high = clause.number("stalls_from"), clause.number("stalls_to")
    garages = [garage for garage in parked_garages(plan) if low <= garage.stalls <= high]
    if not garages:
        yield Inapplicable(reason=f"no garage of {low:g} to {high:g} stalls")
    wants_lanes = clause.text("count") == "lanes"
    for garage in garages:
        lanes = sum(_lanes(ramp, clause.number("lane_m")) for ramp in garage.ramps) if wants_lanes else 0
        count = lanes if wants_lanes else len(garage.ramps)
        yield Finding(subjects=(garage.ground.id,), measured=float(count), limit=clause.bound, note=f"{garage.stalls} stalls")


def _lanes(ramp: Ground, lane_m: float) -> int:
    return min(int(tag_number(ramp.tags, "lanes") or 1), int(sides(ramp.outline)[2].length // lane_m))
