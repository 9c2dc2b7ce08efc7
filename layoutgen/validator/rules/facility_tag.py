"""A word that a facility's label must say."""

from collections.abc import Iterator

from layoutgen.model.plan import Facility, Plan, tag
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.facilities import each_or_absent, floors_of, silent


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Tell for each facility that reaches ``from_floor`` whether its label says one of the words."""
    for item in each_or_absent(plan, clause):
        yield _judged(plan, clause, item) if isinstance(item, Facility) else item


def _judged(plan: Plan, clause: Clause, facility: Facility) -> Finding | Inapplicable:
    highest = max(floors_of(plan, facility), default=0)
    if "from_floor" in dict(clause.options) and highest < clause.number("from_floor"):
        return Inapplicable(reason=f"{facility.id} lies below floor {clause.number('from_floor'):g}")
    key = clause.text("tag")
    said = tag(facility.tags, key)
    if said is None:
        return silent(clause, (facility.id,), f"the label does not say {key}")
    is_said = said in clause.words("words")
    return Finding(subjects=(facility.id,), measured=is_said, limit=clause.bound, is_declared=True, note=f"{key}={said}")
