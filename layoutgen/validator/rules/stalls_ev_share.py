"""Share of stalls with a charger or prepared for one, of ``of`` = "resident" or "public" stalls, or of all."""

from collections.abc import Iterator

from layoutgen.indicators.parking import parking_facilities
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause

WANTED = {"": (True, False), "resident": (True,), "public": (False,)}
SILENT = "the label does not say whether the stalls are prepared for chargers (ev)"


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Hold what the labels of every parking facility say."""
    asked = WANTED[clause.of]
    facilities = [f for f in parking_facilities(plan) if f.is_resident in asked and f.stalls]
    if not facilities:
        yield Inapplicable(reason=f"no {clause.of} stalls" if clause.of else "no stalls")
    for facility in facilities:
        ready = facility.ev_ready
        yield Finding(
            subjects=(facility.id,),
            measured=None if ready is None else ready / facility.stalls,
            limit=clause.bound,
            is_declared=True,
            blocked=SILENT if ready is None else "",
        )
