"""Classes of a kindergarten or nursery."""

from collections.abc import Iterator

from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.facilities import absent, of_kind, silent


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Take the classes of the largest facility of the kind."""
    found = of_kind(plan, clause.of)
    if not found:
        yield absent(clause)
        return
    classes, name = max((facility.classes, facility.id) for facility in found)
    if classes <= 0:
        yield silent(clause, (name,), "the label does not say how many classes")
        return
    yield Finding(subjects=(name,), measured=float(classes), limit=clause.bound, is_declared=True)
