"""Everything inside the red line."""

from collections.abc import Iterator

from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.outlines import all_outlines
from layoutgen.validator.reach import reach_beyond


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure how far each outline reaches beyond the red line."""
    things = [(name, outline) for _, name, outline in all_outlines(plan)]
    if not things:
        yield Inapplicable(reason="nothing is drawn inside the red line")
        return
    reach = reach_beyond([outline for _, outline in things], plan.boundary)
    for (name, _), beyond in zip(things, reach, strict=True):
        yield Finding(subjects=(name,), measured=beyond, limit=clause.bound)
