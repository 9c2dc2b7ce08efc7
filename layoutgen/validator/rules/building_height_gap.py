"""The three heights of a building (figures F-36): how far one lies above another."""

from collections.abc import Iterator

from layoutgen.model.plan import Building, Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Take the ``upper`` height less the ``lower`` one: fire, planning or shading."""
    if not plan.buildings:
        yield Inapplicable(reason="no building")
    upper, lower = clause.text("upper"), clause.text("lower")
    for building in plan.buildings:
        heights = _heights(building)
        gap = heights[upper] - heights[lower]
        note = f"{upper} {heights[upper]:.2f} m, {lower} {heights[lower]:.2f} m"
        yield Finding(subjects=(building.id,), measured=gap, limit=clause.bound, is_declared=True, note=note)


def _heights(building: Building) -> dict[str, float]:
    return {
        "fire": building.fire_height_m,
        "planning": building.planning_height_m,
        "shading": building.shading_height_m,
    }
