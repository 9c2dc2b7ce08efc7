"""Every high-rise has a door toward a fire ground."""

from collections.abc import Iterator

import shapely

from layoutgen.geometry.tolerance import DOOR_REACH_M
from layoutgen.model.kinds import SpotKind
from layoutgen.model.plan import Building, Ground, Plan, Spot
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.fire_grounds import high_rises, served_buildings


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Ask of each high-rise whether one of its doors looks at a fire ground of its own."""
    served = served_buildings(plan)
    buildings = high_rises(plan)
    if not buildings:
        yield Inapplicable(reason="no high-rise building")
    for building in buildings:
        grounds = [ground for ground, owner in served if owner.id == building.id]
        doors = [spot for spot in plan.spots if spot.kind is SpotKind.DOOR and spot.of == building.id]
        note = "" if grounds and doors else "no fire ground" if not grounds else "no door drawn"
        is_faced = any(_faces(door, ground, building) for door in doors for ground in grounds)
        yield Finding(subjects=(building.id,), measured=is_faced, limit=clause.bound, note=note)


def _faces(door: Spot, ground: Ground, building: Building) -> bool:
    way = shapely.shortest_line(door.point, ground.outline)
    gap = float(ground.outline.distance(building.footprint))
    through = float(shapely.intersection(way, building.footprint).length)
    return float(way.length) <= gap + DOOR_REACH_M and through <= DOOR_REACH_M
