"""Distance of the waste collection station from the buildings around it."""

from collections.abc import Iterator

from layoutgen.model.kinds import BuildingUse, FacilityKind
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure from the building of each station to the nearest other building of the plan or its surroundings."""
    hosts = {f.building for f in plan.facilities if f.kind is FacilityKind.WASTE_STATION}
    stations = [b for b in plan.buildings if b.id in hosts or b.use is BuildingUse.WASTE_STATION]
    if not stations:
        yield Inapplicable(reason="no waste station with a building")
    own = {station.id for station in stations}
    others = [(b.id, b.footprint) for b in plan.buildings if b.id not in own]
    others += [(c.id, c.footprint) for c in plan.context]
    if stations and not others:
        yield Inapplicable(reason="no other building")
        return
    for station in stations:
        gap, name = min((float(shape.distance(station.footprint)), name) for name, shape in others)
        yield Finding(subjects=(station.id, name), measured=gap, limit=clause.bound)
