"""Grade of fire grounds, as their labels declare it, else the steepest grade that the drawing states."""

from collections.abc import Iterator

from layoutgen.model.plan import Plan, tag_number
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.fire_grounds import fire_grounds


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Take the declared grade of every fire ground: a share, 0.03 is three per cent."""
    grounds = fire_grounds(plan)
    if not grounds:
        yield Inapplicable(reason="no fire ground")
    for ground in grounds:
        own = tag_number(ground.tags, "grade")
        note = "" if own is not None else "no grade of its own: the steepest of the site"
        measured = plan.facts.grade if own is None else own
        yield Finding(subjects=(ground.id,), measured=measured, limit=clause.bound, is_declared=True, note=note)
