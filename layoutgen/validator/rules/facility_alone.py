"""Facilities with a building of their own: no other kind in it, and nobody lives there."""

from collections.abc import Iterator

from layoutgen.model.kinds import BuildingUse
from layoutgen.model.plan import Facility, Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.facilities import building_of, each_or_absent


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Tell for each facility whether its building holds no other kind and no dwellings."""
    for item in each_or_absent(plan, clause):
        if not isinstance(item, Facility):
            yield item
            continue
        others = sorted({f.kind.value for f in plan.facilities if f.building == item.building and f.kind is not item.kind})
        building = building_of(plan, item)
        if building is not None and (building.dwellings > 0 or building.use is BuildingUse.DWELLING):
            others.append("dwellings")
        yield Finding(
            subjects=(item.id,), measured=not others, limit=clause.bound, note=f"with {', '.join(others)}" if others else ""
        )
