"""Everything of a divided site lies in one community, but main roads and bus stops."""

from collections.abc import Iterator

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from layoutgen.indicators.communities import NOWHERE, Thing, owners, shape_of
from layoutgen.model.kinds import SpotKind, WayKind
from layoutgen.model.plan import Community, Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.reach import reach_beyond


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure how far each thing reaches beyond the community it belongs to.

    Of one in none: how far off the nearest it lies, or, where it lies in one with a lesser part, how far it reaches beyond.
    """
    if not plan.communities:
        yield Inapplicable(reason="the site is not divided")
        return
    ways = [way for way in plan.ways if way.kind is not WayKind.CITY_ROAD]
    spots = [spot for spot in plan.spots if spot.kind is not SpotKind.BUS_STOP]
    things: list[Thing] = [*plan.blocks, *plan.lots, *ways, *plan.buildings, *plan.grounds, *plan.stalls, *plan.windows, *spots]
    shapes = [shape_of(thing) for thing in things]
    homes = owners(shapes, plan.communities)
    for number, community in enumerate(plan.communities):
        own = [n for n in np.flatnonzero(homes == number).tolist() if shapely.area(shapes[n]) > 0.0]
        reach = reach_beyond([shapely.polygons(shapely.get_exterior_ring(shapes[n])) for n in own], community.outline)
        for n, beyond in zip(own, reach, strict=True):
            yield Finding(subjects=(things[n].id,), measured=beyond, limit=clause.bound, note=f"in {community.id}")
        if not len(np.flatnonzero(homes == number)):
            yield Finding(subjects=(community.id,), measured=None, limit=clause.bound, note="nothing lies in the community")
    for n in np.flatnonzero(homes == NOWHERE).tolist():
        away = min(_off(shapes[n], community) for community in plan.communities)
        yield Finding(subjects=(things[n].id,), measured=away, limit=clause.bound, note="in no community")


def _off(shape: BaseGeometry, community: Community) -> float:
    gap = float(shape.distance(community.outline))
    if gap > 0.0 or shapely.area(shape) <= 0.0:
        return gap
    return reach_beyond([shapely.polygons(shapely.get_exterior_ring(shape))], community.outline)[0]
