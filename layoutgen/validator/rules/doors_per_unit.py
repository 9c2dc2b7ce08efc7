"""Every unit of a dwelling building has an entrance that wheelchairs can use, as the doors' labels declare."""

from collections.abc import Iterator, Sequence

from layoutgen.model.kinds import BuildingUse, SpotKind
from layoutgen.model.plan import Building, Plan, Spot, tag
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause

EASY = ("flush", "ramp")


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Look in every unit for a door that is flush with the ground or has a ramp."""
    homes = [b for b in plan.buildings if b.use is BuildingUse.DWELLING]
    if not homes:
        yield Inapplicable(reason="no dwelling building")
    for building in homes:
        units: dict[str, list[Spot]] = {}
        for door in plan.spots:
            if door.kind is SpotKind.DOOR and door.of == building.id:
                units.setdefault(tag(door.tags, "unit") or "", []).append(door)
        if not units:
            yield Finding(subjects=(building.id,), measured=False, limit=clause.bound, note="no door drawn")
        for unit, doors in sorted(units.items()):
            yield _of_unit(clause, building, unit, doors)


def _of_unit(clause: Clause, building: Building, unit: str, doors: Sequence[Spot]) -> Finding:
    levels = [tag(door.tags, "level") for door in doors]
    is_silent = not any(level in EASY for level in levels) and None in levels
    return Finding(
        subjects=(building.id, *(door.id for door in doors)),
        measured=any(level in EASY for level in levels),
        limit=clause.bound,
        is_declared=True,
        note=f"unit {unit}" if unit else "",
        blocked="no door's label says level=flush or level=ramp" if is_silent else "",
    )
