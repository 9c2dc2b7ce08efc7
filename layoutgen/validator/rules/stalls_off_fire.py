"""Stalls keep off fire lanes, fire grounds and turning heads."""

from collections.abc import Iterator

import shapely

from layoutgen.geometry.tolerance import OVERLAP_EPS_M2
from layoutgen.model.kinds import GroundKind
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause

FIRE_GROUNDS = (GroundKind.FIRE_GROUND, GroundKind.TURNING_HEAD)


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Overlay every stall with everything that fire engines need."""
    kept = [way.outline for way in plan.ways if way.is_fire_lane]
    kept += [ground.outline for ground in plan.grounds if ground.kind in FIRE_GROUNDS]
    if not plan.stalls:
        yield Inapplicable(reason="no surface stalls")
        return
    fire = shapely.union_all(kept)
    shapely.prepare(fire)
    for stall in plan.stalls:
        overlap = float(shapely.intersection(stall.outline, fire).area) if fire.intersects(stall.outline) else 0.0
        yield Finding(
            subjects=(stall.id,),
            measured=overlap <= OVERLAP_EPS_M2,
            limit=clause.bound,
            note=f"{overlap:.2f} m2 on fire ground" if overlap > OVERLAP_EPS_M2 else "",
        )
