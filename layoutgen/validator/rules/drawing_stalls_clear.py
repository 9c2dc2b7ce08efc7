"""Stalls clear of everything that a car must not stand on."""

from collections.abc import Iterator

from layoutgen.model.kinds import GroundKind
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.outlines import all_outlines
from layoutgen.validator.overlaps import overlaps_between, overlaps_within

KEPT_FREE = (
    GroundKind.FIRE_GROUND,
    GroundKind.TURNING_HEAD,
    GroundKind.RAMP,
    GroundKind.BIKE_SHED,
    GroundKind.GATEHOUSE,
)
FREE_WORDS = tuple(f"ground.{kind.value}" for kind in KEPT_FREE)


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure for each stall the greatest ground shared with a way, building, kept-free ground or other stall."""
    if not plan.stalls:
        yield Inapplicable(reason="no surface stall is drawn")
        return
    stalls = [stall.outline for stall in plan.stalls]
    others = [
        (name, outline)
        for word, name, outline in all_outlines(plan)
        if word.startswith("way.") or word == "building" or word in FREE_WORDS
    ]
    shared: dict[int, tuple[float, str]] = {}
    for pair in overlaps_between(stalls, [outline for _, outline in others]):
        shared[pair.first] = max(shared.get(pair.first, (0.0, "")), (pair.area_m2, others[pair.second][0]))
    for pair in overlaps_within(stalls):
        shared[pair.first] = max(shared.get(pair.first, (0.0, "")), (pair.area_m2, plan.stalls[pair.second].id))
    for i, stall in enumerate(plan.stalls):
        area, name = shared.get(i, (0.0, ""))
        yield Finding(subjects=(stall.id, name) if name else (stall.id,), measured=area, limit=clause.bound)
