"""No kitchen lies on the floor next to homes."""

from collections.abc import Iterator

from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.catering import floors_beside_with_homes, kitchens
from layoutgen.validator.facilities import building_of


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Count the floors with homes right above or below each kitchen."""
    found = kitchens(plan, clause)
    if not found:
        yield Inapplicable(reason=f"no {' or '.join(clause.words('kinds'))} drawn")
    for facility in found:
        building = building_of(plan, facility)
        if building is None or building.dwellings <= 0:
            yield Inapplicable(reason=f"{facility.id} has no homes in its building")
            continue
        beside = floors_beside_with_homes(plan, facility, building)
        note = "homes on floor " + ", ".join(str(floor) for floor in beside) if beside else ""
        yield Finding(subjects=(facility.id,), measured=float(len(beside)), limit=clause.bound, note=note)
