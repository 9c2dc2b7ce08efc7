"""How far the long axis of every court is turned off north-south."""

import math
from collections.abc import Iterator

from layoutgen.geometry.sides import sides
from layoutgen.model.kinds import GroundKind
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure the angle between each court's long side and north."""
    courts = [ground for ground in plan.grounds if ground.kind is GroundKind.COURT]
    if not courts:
        yield Inapplicable(reason="no court drawn")
    for court in courts:
        east, north = sides(court.outline)[0].along
        yield Finding(subjects=(court.id,), measured=math.degrees(math.atan2(abs(east), abs(north))), limit=clause.bound)
