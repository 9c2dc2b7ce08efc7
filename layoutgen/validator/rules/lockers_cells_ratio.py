"""Cells of lockers an item delivered on a mean day."""

from collections.abc import Iterator

from layoutgen.model.kinds import SpotKind
from layoutgen.model.plan import Plan, tag_number
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.facilities import silent

RATE = "parcels_per_person_day"


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Sum the cells on the labels inside the red line over the items that the people stated receive."""
    lockers = [spot for spot in plan.spots if spot.kind is SpotKind.LOCKERS and plan.boundary.covers(spot.point)]
    if not lockers:
        note = "no lockers are drawn inside the red line"
        yield Finding(subjects=(SpotKind.LOCKERS.value,), measured=None, limit=clause.bound, note=note)
        return
    names = tuple(spot.id for spot in lockers)
    rate = dict(plan.facts.parameters).get(RATE, 0.0)
    cells = [tag_number(spot.tags, "cells") for spot in lockers]
    if not rate:
        yield silent(clause, names, f"the drawing states no parameter {RATE}")
    elif plan.facts.people <= 0:
        yield silent(clause, names, "the drawing states no people")
    elif None in cells:
        yield silent(clause, names, "a group of lockers does not say its cells")
    else:
        total = sum(count or 0.0 for count in cells)
        items = plan.facts.people * rate
        yield Finding(subjects=names, measured=total / items, limit=clause.bound, is_declared=True, note=f"{total:.0f} cells")
