"""What floor area and land a facility really has: its outline on the floors of its building, and the lot around it."""

from layoutgen.geometry.tolerance import GRID_M
from layoutgen.model.plan import Building, Facility, Lot, Plan


def building_of(plan: Plan, facility: Facility) -> Building | None:
    """Building that the label names, or None where none of that id is drawn."""
    return next((building for building in plan.buildings if building.id == facility.building), None)


def lot_of(plan: Plan, facility: Facility) -> Lot | None:
    """Lot in which more than half of the outline lies; the label does not count."""
    half = facility.outline.area / 2.0
    return next((lot for lot in plan.lots if lot.outline.intersection(facility.outline).area > half), None)


def floors_of(plan: Plan, facility: Facility) -> tuple[int, ...]:
    """Floors of the label that the building has, each once, lowest first; none where the building is not drawn."""
    building = building_of(plan, facility)
    if building is None:
        return ()
    return tuple(sorted({floor for floor in facility.floors if floor and -building.storeys_below <= floor <= building.storeys}))


def floor_area_m2(plan: Plan, facility: Facility) -> float:
    """Outline times floors [m2]; what of the outline lies beyond the building is none."""
    building = building_of(plan, facility)
    if building is None:
        return 0.0
    is_inside = building.footprint.buffer(GRID_M).covers(facility.outline)
    outline = facility.outline if is_inside else facility.outline.intersection(building.footprint)
    return float(outline.area) * len(floors_of(plan, facility))
