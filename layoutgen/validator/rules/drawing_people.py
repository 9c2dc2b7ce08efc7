"""People drawn against people stated."""

from collections.abc import Iterator

from layoutgen.indicators.people import dwellings_drawn, people_drawn
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Divide the people of the dwellings drawn by the people stated."""
    stated = plan.facts.people
    share = people_drawn(plan) / stated if stated > 0 else None
    note = f"{dwellings_drawn(plan)} dwellings x {plan.facts.household_size:g} of {stated} people"
    yield Finding(subjects=("people",), measured=share, limit=clause.bound, note=note)
