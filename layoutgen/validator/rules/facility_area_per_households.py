"""Floor area of some kinds of facilities together, by the hundred households."""

from collections.abc import Iterator

from layoutgen.indicators.people import dwellings_drawn
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.facilities import floor_area_m2, ids, of_kind

HUNDRED = 100.0


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Sum the floor areas of the kinds that count; the note says which they are."""
    kinds = clause.words("kinds")
    found = tuple(facility for kind in kinds for facility in of_kind(plan, kind))
    households = dwellings_drawn(plan)
    area = sum(floor_area_m2(plan, facility) for facility in found)
    yield Finding(
        subjects=ids(found) or kinds,
        measured=area / households * HUNDRED if households else None,
        limit=clause.bound,
        note=f"counted: {', '.join(kinds)}; {area:.0f} m2 for {households} households",
    )
