"""Children in a class of a facility, on average, as its label declares them."""

from collections.abc import Iterator

from layoutgen.model.plan import Facility, Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.facilities import each_or_absent, silent


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Divide the children of each facility by its classes."""
    for item in each_or_absent(plan, clause):
        if not isinstance(item, Facility):
            yield item
        elif item.classes <= 0 or item.children <= 0:
            yield silent(clause, (item.id,), "the label does not say how many classes and children")
        else:
            size = item.children / item.classes
            note = f"{item.children} children in {item.classes} classes"
            yield Finding(subjects=(item.id,), measured=size, limit=clause.bound, is_declared=True, note=note)
