"""Fire lanes along dwelling buildings: at least one long side has one."""

from collections.abc import Iterator

from layoutgen.geometry.sides import sides
from layoutgen.model.kinds import BuildingUse
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.lanes import usable_lanes


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure the share of the better long side that has a fire lane along it."""
    dwellings = [building for building in plan.buildings if building.use is BuildingUse.DWELLING]
    if not dwellings:
        yield Inapplicable(reason="no dwelling building")
        return
    lanes = usable_lanes(plan, clause.number("width_m"))
    reach = clause.number("reach_m")
    for building in dwellings:
        best = max(side.cover(lanes, reach) / side.length for side in sides(building.footprint)[:2])
        yield Finding(subjects=(building.id,), measured=best, limit=clause.bound)
