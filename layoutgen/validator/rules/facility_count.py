"""How many facilities of a kind there are."""

from collections.abc import Iterator

from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.facilities import ids, of_kind


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Count the facilities of the clause's kind."""
    found = of_kind(plan, clause.of)
    yield Finding(subjects=ids(found) or (clause.of,), measured=float(len(found)), limit=clause.bound)
