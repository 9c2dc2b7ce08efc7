"""A kitchen in a building with homes has a flue of its own, as its label declares."""

from collections.abc import Iterator

from layoutgen.model.plan import Facility, Plan, tag
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.catering import kitchens
from layoutgen.validator.facilities import building_of, silent

KEY = "flue"


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Read the label of every kitchen whose building holds dwellings."""
    found = kitchens(plan, clause)
    if not found:
        yield Inapplicable(reason=f"no {' or '.join(clause.words('kinds'))} drawn")
    for facility in found:
        yield _judged(plan, clause, facility)


def _judged(plan: Plan, clause: Clause, facility: Facility) -> Finding | Inapplicable:
    building = building_of(plan, facility)
    if building is None or building.dwellings <= 0:
        return Inapplicable(reason=f"{facility.id} has no homes in its building")
    said = tag(facility.tags, KEY)
    if said is None:
        return silent(clause, (facility.id,), f"the label does not say {KEY}")
    return Finding(subjects=(facility.id,), measured=said == "yes", limit=clause.bound, is_declared=True)
