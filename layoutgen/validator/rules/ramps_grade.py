"""Grade of every garage ramp, as its label declares it."""

from collections.abc import Iterator

from layoutgen.model.plan import Plan, tag, tag_number
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.ramp_mouths import ramps_of


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Hold the grade on the label; a ramp whose label tells of none is blocked."""
    is_found = False
    for ramp in ramps_of(plan):
        limit = clause.limit or clause.row(form=tag(ramp.tags, "form") or "straight")
        if limit is None:
            continue
        is_found = True
        grade = tag_number(ramp.tags, "grade")
        yield Finding(
            subjects=(ramp.id,),
            measured=grade,
            limit=limit,
            is_declared=True,
            blocked="the label does not say the grade" if grade is None else "",
        )
    if not is_found:
        yield Inapplicable(reason="no ramp of this form")
