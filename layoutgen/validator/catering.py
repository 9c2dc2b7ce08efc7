"""Where food is cooked, and the floors of a building on which people live."""

import shapely

from layoutgen.geometry.tolerance import OVERLAP_EPS_M2
from layoutgen.model.plan import Building, Facility, Plan
from layoutgen.standards.clause import Clause
from layoutgen.validator.facilities import floors_of


def kitchens(plan: Plan, clause: Clause) -> tuple[Facility, ...]:
    """Facilities of the clause's kinds, by id."""
    wanted = clause.words("kinds")
    return tuple(sorted((f for f in plan.facilities if f.kind.value in wanted), key=lambda facility: facility.id))


def floors_beside_with_homes(plan: Plan, facility: Facility, building: Building) -> tuple[int, ...]:
    """Floors right above and below a facility that hold dwellings over or under its outline: those no facility fills."""
    own = floors_of(plan, facility)
    others = [other for other in plan.facilities if other.building == building.id]
    found = []
    for floor in sorted({level + step for level in own for step in (-1, 1)} - set(own)):
        filled = shapely.union_all([other.outline for other in others if floor in floors_of(plan, other)])
        bare = float(shapely.difference(facility.outline, filled).area)
        if 1 <= floor <= building.storeys and bare > OVERLAP_EPS_M2:
            found.append(floor)
    return tuple(found)
