"""The people of each community of a divided site; of an undivided one, of the whole."""

from collections.abc import Iterator

from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Hold the people stated of each community against the limit; with ``divided`` only those of a divided site."""
    for community in plan.communities:
        people = float(community.people)
        yield Finding(subjects=(community.id,), measured=people, limit=clause.bound, is_declared=True)
    if plan.communities:
        return
    if dict(clause.options).get("divided") is True:
        yield Inapplicable(reason="the site is not divided")
        return
    yield Finding(subjects=("people",), measured=float(plan.facts.people), limit=clause.bound, is_declared=True)
