"""Property rooms against all floor area."""

from collections.abc import Iterator
from dataclasses import replace

from layoutgen.indicators.intensity import total_floor_area_m2
from layoutgen.model.kinds import GroundKind
from layoutgen.model.plan import Plan, tag_number
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.facilities import floor_area_m2, ids, of_kind


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Sum the property rooms and hold them against the greater of the share and the floor."""
    found = of_kind(plan, clause.of)
    below = sum(
        float(ground.outline.area) * (tag_number(ground.tags, "levels") or 1.0)
        for ground in plan.grounds
        if ground.kind is GroundKind.GARAGE
    )
    above = total_floor_area_m2(plan)
    asked = max(clause.number("share") * (above + below), clause.bound.low or 0.0)
    yield Finding(
        subjects=ids(found) or (clause.of,),
        measured=sum(floor_area_m2(plan, facility) for facility in found),
        limit=replace(clause.bound, low=asked),
        note=f"{above:.0f} m2 above ground, {below:.0f} m2 below",
    )
