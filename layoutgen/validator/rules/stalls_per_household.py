"""Stalls for residents per dwelling drawn."""

from collections.abc import Iterator

from layoutgen.indicators.parking import resident_stalls
from layoutgen.indicators.people import dwellings_drawn
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Count surface stalls of residents and what the garages can hold; visitors' stalls do not count."""
    households = dwellings_drawn(plan)
    if not households:
        yield Inapplicable(reason="no dwelling drawn")
        return
    stalls = resident_stalls(plan)
    note = f"{stalls} stalls, {households} dwellings"
    yield Finding(subjects=("site",), measured=stalls / households, limit=clause.bound, note=note)
