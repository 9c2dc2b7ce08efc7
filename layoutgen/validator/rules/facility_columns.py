"""What every facility's label must tell of its ownership."""

from collections.abc import Iterator

from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.facilities import silent


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Look for each of the words on every facility's label; one that is not said blocks."""
    if not plan.facilities:
        yield Finding(subjects=("facility",), measured=None, limit=clause.bound, note="no facility is drawn")
    for facility in plan.facilities:
        said = tuple(key for key, value in facility.tags if value)
        missing = [word for word in clause.bound.words if word not in said]
        if missing:
            yield silent(clause, (facility.id,), f"the label does not say {', '.join(missing)}")
        else:
            yield Finding(subjects=(facility.id,), measured=said, limit=clause.bound, is_declared=True)
