"""A facility inside a high-rise has exits and stairs of its own, as its label declares."""

from collections.abc import Iterator

from layoutgen.model.plan import Facility, Plan, tag
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.standards.fire_class import is_high_rise
from layoutgen.validator.facilities import building_of, each_or_absent, silent

KEY = "own_stair"


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Read the label of every facility whose building is high-rise."""
    for item in each_or_absent(plan, clause):
        yield _judged(plan, clause, item) if isinstance(item, Facility) else item


def _judged(plan: Plan, clause: Clause, facility: Facility) -> Finding | Inapplicable:
    building = building_of(plan, facility)
    if building is None or not is_high_rise(building):
        return Inapplicable(reason=f"{facility.id} is in no high-rise")
    said = tag(facility.tags, KEY)
    if said is None:
        return silent(clause, (facility.id,), f"the label does not say {KEY}")
    return Finding(subjects=(facility.id,), measured=said == "yes", limit=clause.bound, is_declared=True)
