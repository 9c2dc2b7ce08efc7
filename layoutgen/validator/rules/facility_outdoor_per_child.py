"""Outdoor ground a child of a kindergarten or nursery."""

from collections.abc import Iterator

import shapely

from layoutgen.model.plan import Facility, Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.facilities import each_or_absent, silent
from layoutgen.validator.grounds_of import grounds_of


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure the grounds of each facility, without what is built on them, over its children."""
    built = shapely.union_all([building.footprint for building in plan.buildings])
    for item in each_or_absent(plan, clause):
        if not isinstance(item, Facility):
            yield item
        elif item.children <= 0:
            yield silent(clause, (item.id,), "the label does not say how many children")
        else:
            grounds = grounds_of(plan, item, clause.words("grounds"))
            area = float(shapely.difference(shapely.union_all([ground.outline for ground in grounds]), built).area)
            yield Finding(subjects=(item.id,), measured=area / item.children, limit=clause.bound, note=f"{area:.1f} m2")
