"""Every door of a building is flush with the ground, or has a ramp with a handrail."""

from collections.abc import Iterator

from layoutgen.model.kinds import SpotKind
from layoutgen.model.plan import Plan, Spot, tag
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause

SILENT = "the door's label does not say level=flush or level=ramp with handrail"
NO_RAIL = "the ramp's label does not say whether it has a handrail"


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Hold what the doors' labels say; a building without any door fails."""
    doors = [spot for spot in plan.spots if spot.kind is SpotKind.DOOR]
    served = {door.of for door in doors}
    inner = {f.building for f in plan.facilities if f.id in served}
    for building in plan.buildings:
        if building.id not in served and building.id not in inner:
            yield Finding(subjects=(building.id,), measured=False, limit=clause.bound, note="no door drawn")
    for door in doors:
        level = tag(door.tags, "level")
        yield Finding(
            subjects=(door.id,),
            measured=level == "flush" or (level == "ramp" and tag(door.tags, "handrail") == "yes"),
            limit=clause.bound,
            is_declared=True,
            blocked=_silence(door, level),
        )
    if not doors and not plan.buildings:
        yield Inapplicable(reason="no building drawn")


def _silence(door: Spot, level: str | None) -> str:
    if level is None:
        return SILENT
    return NO_RAIL if level == "ramp" and tag(door.tags, "handrail") is None else ""
