"""Which kinds of facilities there are."""

from collections.abc import Iterator

from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Hold the kinds drawn against the list; ``people_below`` limits the clause to small communities."""
    if "people_below" in dict(clause.options) and plan.facts.people >= clause.number("people_below"):
        yield Inapplicable(reason=f"asked below {clause.number('people_below'):g} people")
        return
    kinds = tuple(sorted({facility.kind.value for facility in plan.facilities}))
    missing = tuple(word for word in clause.bound.words if word not in kinds)
    yield Finding(
        subjects=missing or clause.bound.words,
        measured=kinds,
        limit=clause.bound,
        note=f"not drawn: {', '.join(missing)}" if missing else "",
    )
