"""Straight distance from every dwelling door to the nearest parking of residents: a garage's outline or a surface stall."""

from collections.abc import Iterator

import numpy as np
import shapely

from layoutgen.indicators.parking import RESIDENT
from layoutgen.model.kinds import GroundKind
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.walking.places import dwelling_doors


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure the farthest door of each dwelling building."""
    doors = dwelling_doors(plan)
    if not doors:
        yield Inapplicable(reason="no dwelling door drawn")
        return
    places = [ground.outline for ground in plan.grounds if ground.kind is GroundKind.GARAGE]
    places += [stall.outline for stall in plan.stalls if stall.use == RESIDENT]
    if not places:
        yield Finding(subjects=("site",), measured=None, limit=clause.bound, note="no parking of residents drawn")
        return
    gaps = np.asarray(shapely.distance([door.point for door in doors], shapely.union_all(places)), dtype=np.float64)
    for building in sorted({door.of for door in doors}):
        farthest = max(float(gap) for door, gap in zip(doors, gaps, strict=True) if door.of == building)
        yield Finding(subjects=(building,), measured=farthest, limit=clause.bound)
