"""On which floors a facility lies."""

from collections.abc import Iterator

from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.facilities import absent, floors_of, groups_by_lot, ids, of_kind


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Take the highest or lowest floor, or the floors missing between the ground floor and the highest, lot by lot."""
    found = of_kind(plan, clause.of)
    if not found:
        yield absent(clause)
    for group in groups_by_lot(plan, found):
        floors = sorted({floor for facility in group for floor in floors_of(plan, facility)})
        measured = _taken(floors, clause.text("take", "highest"))
        note = "floors " + ", ".join(str(floor) for floor in floors) if floors else "on no floor of a building drawn"
        yield Finding(subjects=ids(group), measured=measured, limit=clause.bound, is_declared=True, note=note)


def _taken(floors: list[int], take: str) -> float | None:
    if not floors:
        return None
    if take == "gaps":
        return float(sum(floor not in floors for floor in range(1, floors[-1] + 1)))
    return float(floors[0] if take == "lowest" else floors[-1])
