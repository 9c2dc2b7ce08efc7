"""Property rooms against all floor area."""

from collections.abc import Iterator
from dataclasses import replace

from layoutgen.indicators.intensity import total_floor_area_m2
from layoutgen.model.kinds import GroundKind
from layoutgen.model.plan import Plan, tag_number
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.facilities import floor_area_m2, ids, of_kind

UNDERGROUND = "property_underground_share"  # how much of the garage belongs to the base, a choice of the brief (F-02)


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Sum the property rooms and hold them against the greater of the share and the floor; tell both readings of the base."""
    found = of_kind(plan, clause.of)
    above, below = total_floor_area_m2(plan), _garages_m2(plan)
    counted = dict(plan.facts.parameters).get(UNDERGROUND, 1.0)
    share, floor = clause.number("share"), clause.bound.low or 0.0
    with_all, without = max(share * (above + below), floor), max(share * above, floor)
    yield Finding(
        subjects=ids(found) or (clause.of,),
        measured=sum(floor_area_m2(plan, facility) for facility in found),
        limit=replace(clause.bound, low=max(share * (above + counted * below), floor)),
        note=f"of {above:.0f} m2 above ground and {below:.0f} m2 below, {counted:.0%} of which count: "
        f"{with_all:.1f} m2 with all below ground, {without:.1f} m2 without",
    )


def _garages_m2(plan: Plan) -> float:
    return sum(
        float(ground.outline.area) * (tag_number(ground.tags, "levels") or 1.0)
        for ground in plan.grounds
        if ground.kind is GroundKind.GARAGE
    )
