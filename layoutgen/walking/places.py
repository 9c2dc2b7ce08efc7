"""What must be reached on foot: doors, gates, facilities, lots and open spaces."""

from shapely.geometry.base import BaseGeometry

from layoutgen.model.kinds import BuildingUse, GroundKind, LotKind, SpotKind
from layoutgen.model.plan import Building, Facility, Plan, Spot

OPEN_GROUNDS = (
    GroundKind.SPORTS_GROUND,
    GroundKind.ACTIVITY_GROUND,
    GroundKind.POCKET_PARK,
    GroundKind.CENTRAL_GREEN,
    GroundKind.PLAY_GROUND,
)
GATES = (SpotKind.VEHICLE_GATE, SpotKind.PEDESTRIAN_GATE)


def dwelling_doors(plan: Plan) -> tuple[Spot, ...]:
    """Doors of the dwelling buildings."""
    homes = {b.id for b in plan.buildings if _is_home(b)}
    return tuple(s for s in plan.spots if s.kind is SpotKind.DOOR and s.of in homes)


def homes_without_door(plan: Plan) -> tuple[str, ...]:
    """Dwelling buildings that have no door."""
    entered = {door.of for door in dwelling_doors(plan)}
    return tuple(b.id for b in plan.buildings if _is_home(b) and b.id not in entered)


def facility_doors(plan: Plan, facility: Facility) -> tuple[Spot, ...]:
    """Doors of a facility: its own, else those of its building."""
    doors = [s for s in plan.spots if s.kind is SpotKind.DOOR]
    own = tuple(s for s in doors if s.of == facility.id)
    return own or tuple(s for s in doors if s.of == facility.building)


def shapes_of_kind(plan: Plan, kind: str) -> tuple[BaseGeometry, ...]:
    """Where people go who look for a kind: a facility's doors, else its outline; else lots, grounds and spots of that kind."""
    shapes: list[BaseGeometry] = []
    for facility in plan.facilities:
        if facility.kind.value == kind:
            shapes += [spot.point for spot in facility_doors(plan, facility)] or [facility.outline]
    if not shapes:
        shapes += [lot.outline for lot in plan.lots if lot.kind.value == kind]
        shapes += [ground.outline for ground in plan.grounds if ground.kind.value == kind]
        shapes += [spot.point for spot in plan.spots if spot.kind.value == kind]
    return tuple(shapes)


def open_spaces(plan: Plan) -> tuple[str, ...]:
    """Ids of the open spaces: garden lots, sports and activity grounds, pocket parks, central greens and play grounds."""
    gardens = [lot.id for lot in plan.lots if lot.kind is LotKind.GARDEN]
    return (*gardens, *(g.id for g in plan.grounds if g.kind in OPEN_GROUNDS))


def _is_home(building: Building) -> bool:
    return building.use is BuildingUse.DWELLING or building.dwellings > 0
