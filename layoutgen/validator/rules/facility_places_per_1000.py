"""Places of a kind of facility for every thousand people, as its labels declare them."""

from collections.abc import Iterator

from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.facilities import absent, ids, of_kind, silent


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Sum the children of the kind over the people stated."""
    found = of_kind(plan, clause.of)
    if not found:
        yield absent(clause)
        return
    places = sum(facility.children for facility in found)
    if places <= 0 or plan.facts.people <= 0:
        yield silent(clause, ids(found), "the labels do not say how many children")
        return
    rate = places * 1000.0 / plan.facts.people
    note = f"{places} places for {plan.facts.people} people"
    yield Finding(subjects=ids(found), measured=rate, limit=clause.bound, is_declared=True, note=note)
