"""Effective refuge area by the person: ground labelled as refuge, less what stands on it and what may fall on it."""

from collections.abc import Iterator

import shapely
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from layoutgen.model.kinds import GroundKind, WayKind
from layoutgen.model.plan import Plan, Tags, tag
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause

TAG = "refuge"
IN_THE_WAY = (GroundKind.RAMP, GroundKind.BIKE_SHED, GroundKind.GATEHOUSE)


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure the ground that the labels name, each piece once; blocked where no label says a word of it."""
    said = [(name, outline, tag(tags, TAG)) for name, outline, tags in _grounds(plan)]
    refuges = [(name, outline) for name, outline, word in said if word not in (None, "no")]
    if said and all(word is None for _, _, word in said):
        yield Finding(
            subjects=("site",), measured=None, limit=clause.bound, blocked=f"no label says {TAG}=yes", is_declared=True
        )
        return
    whole = shapely.union_all([outline for _, outline in refuges])
    free = shapely.difference(whole, shapely.union_all(list(_taken(plan, clause.number("collapse_share")))))
    people = plan.facts.people
    yield Finding(
        subjects=tuple(name for name, _ in refuges) or ("site",),
        measured=float(free.area) / people if people > 0 else None,
        limit=clause.bound,
        is_declared=True,
        note=f"{free.area:.0f} of {whole.area:.0f} m2 labelled, for {people} people",
    )


def _grounds(plan: Plan) -> Iterator[tuple[str, Polygon, Tags]]:
    for lot in plan.lots:
        yield lot.id, lot.outline, lot.tags
    for ground in plan.grounds:
        yield ground.id, ground.outline, ground.tags


def _taken(plan: Plan, collapse_share: float) -> Iterator[BaseGeometry]:
    """Buildings with the strip along them that they may fall on, carriageways, stalls, ramps and sheds."""
    for building in plan.buildings:
        yield building.footprint.buffer(collapse_share * building.shading_height_m)
    yield from (way.outline for way in plan.ways if way.kind is not WayKind.FOOTPATH)
    yield from (stall.outline for stall in plan.stalls)
    yield from (ground.outline for ground in plan.grounds if ground.kind in IN_THE_WAY)
    yield from plan.keep_outs
