"""Straight running track on the shared ground of a facility: how long it is."""

from collections.abc import Iterator

import shapely

from layoutgen.geometry.sides import sides
from layoutgen.geometry.tolerance import LENGTH_EPS_M
from layoutgen.model.kinds import GroundKind
from layoutgen.model.plan import Facility, Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.facilities import each_or_absent
from layoutgen.validator.grounds_of import grounds_of


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure the longest track that lies on the facility's shared ground, under no building."""
    built = shapely.union_all([building.footprint for building in plan.buildings])
    for item in each_or_absent(plan, clause):
        if not isinstance(item, Facility):
            yield item
            continue
        shared = shapely.union_all([g.outline for g in grounds_of(plan, item, (GroundKind.SHARED_GROUND.value,))])
        place = shapely.difference(shapely.buffer(shared, LENGTH_EPS_M, join_style="mitre"), built)
        tracks = grounds_of(plan, item, (GroundKind.RUNNING_TRACK.value,))
        lengths = [sides(track.outline)[0].length for track in tracks if place.covers(track.outline)]
        note = "" if lengths else "no track lies on its shared ground"
        yield Finding(subjects=(item.id,), measured=max(lengths, default=0.0), limit=clause.bound, note=note)
