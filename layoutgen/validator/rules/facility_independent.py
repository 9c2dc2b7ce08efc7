"""Facilities of several classes stand in a building of their own: no homes, no other use, no podium."""

from collections.abc import Iterator

from layoutgen.model.kinds import BuildingUse
from layoutgen.model.plan import Building, Facility, Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.facilities import building_of, each_or_absent, silent
from layoutgen.validator.overlaps import overlaps_between


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Look at the building of each facility that has as many classes as asked."""
    least = clause.number("from_classes")
    for item in each_or_absent(plan, clause):
        if not isinstance(item, Facility):
            yield item
        elif item.classes <= 0:
            yield silent(clause, (item.id,), "the label does not say how many classes")
        elif item.classes < least:
            yield Inapplicable(reason=f"{item.id} has {item.classes} classes, the demand begins at {least:g}")
        else:
            shared = _shared_with(plan, item, building_of(plan, item))
            note = f"{item.classes} classes" + (f", shared with {', '.join(shared)}" if shared else "")
            yield Finding(subjects=(item.id,), measured=not shared, limit=clause.bound, note=note)


def _shared_with(plan: Plan, facility: Facility, building: Building | None) -> list[str]:
    """What else is in, above or below the building of a facility."""
    if building is None:
        return ["no building that is drawn"]
    found = {f.kind.value for f in plan.facilities if f.building == building.id and f.kind is not facility.kind}
    if building.dwellings > 0 or building.use is BuildingUse.DWELLING:
        found.add("dwellings")
    others = [other for other in plan.buildings if other.id != building.id]
    pairs = overlaps_between([building.footprint], [other.footprint for other in others])
    return sorted(found) + [others[pair.second].id for pair in pairs]
