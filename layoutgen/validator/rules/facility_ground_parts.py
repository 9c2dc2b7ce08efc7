"""Parts of a facility's shared ground that are drawn with an outline of their own."""

from collections.abc import Iterator

import shapely

from layoutgen.geometry.tolerance import LENGTH_EPS_M
from layoutgen.model.kinds import GroundKind
from layoutgen.model.plan import Facility, Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.facilities import each_or_absent
from layoutgen.validator.grounds_of import grounds_of


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Count the grounds of the kinds that lie on the facility's shared ground, under no building."""
    built = shapely.union_all([building.footprint for building in plan.buildings])
    for item in each_or_absent(plan, clause):
        if not isinstance(item, Facility):
            yield item
            continue
        shared = shapely.union_all([g.outline for g in grounds_of(plan, item, (GroundKind.SHARED_GROUND.value,))])
        place = shapely.difference(shapely.buffer(shared, LENGTH_EPS_M, join_style="mitre"), built)
        inside = [g.id for g in grounds_of(plan, item, clause.words("grounds")) if place.covers(g.outline)]
        note = ", ".join(inside) or f"no {' or '.join(clause.words('grounds'))} lies on its shared ground"
        yield Finding(subjects=(item.id,), measured=float(len(inside)), limit=clause.bound, note=note)
