"""Fire lanes along both long sides of high-rise public buildings and of large ones."""

from collections.abc import Iterator

from layoutgen.geometry.sides import sides
from layoutgen.model.kinds import BuildingUse
from layoutgen.model.plan import Building, Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.standards.fire_class import is_high_rise
from layoutgen.validator.lanes import usable_lanes


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure the share of the worse long side that has a fire lane along it."""
    large = clause.number("footprint_m2")
    buildings = [building for building in plan.buildings if _is_concerned(building, large)]
    if not buildings:
        yield Inapplicable(reason=f"no public building that is high-rise or covers more than {large:g} m2")
        return
    lanes = usable_lanes(plan, clause.number("width_m"))
    reach = clause.number("reach_m")
    for building in buildings:
        worse = min(side.cover(lanes, reach) / side.length for side in sides(building.footprint)[:2])
        yield Finding(subjects=(building.id,), measured=worse, limit=clause.bound)


def _is_concerned(building: Building, large_m2: float) -> bool:
    return building.use is not BuildingUse.DWELLING and (is_high_rise(building) or building.footprint.area > large_m2)
