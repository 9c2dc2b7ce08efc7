"""People of all communities against the people of the drawing."""

from collections.abc import Iterator

from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure by how many persons the communities' people and the drawing's differ."""
    if not plan.communities:
        yield Inapplicable(reason="the site is not divided")
        return
    people = sum(community.people for community in plan.communities)
    yield Finding(
        subjects=tuple(community.id for community in plan.communities),
        measured=float(abs(people - plan.facts.people)),
        limit=clause.bound,
        is_declared=True,
        note=f"{people} in all, {plan.facts.people} stated",
    )
