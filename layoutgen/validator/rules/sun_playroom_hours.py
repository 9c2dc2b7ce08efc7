"""Sun of playrooms: every playroom of a kindergarten or nursery has a window that is lit long enough."""

from collections.abc import Iterator

from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.standards.sun_standard import sun_limit, sun_of_clause
from layoutgen.sunlight.windows import PLAYROOM, hours_by_dwelling, on_walls, scene_of, windows_by_dwelling


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure the best window of every playroom; playrooms whose windows are not drawn are blocked."""
    facilities = [f for f in plan.facilities if f.kind.value == clause.of]
    limit = sun_limit(clause, plan.facts.place)
    if not facilities or limit is None or limit.low is None:
        yield Inapplicable(reason=f"no {clause.of} on the plan" if not facilities else "the table has no row for this place")
        return
    homes = {f.building for f in facilities}
    windows = {key: group for key, group in windows_by_dwelling(plan, (PLAYROOM,)).items() if key[0] in homes}
    sun = sun_of_clause(clause, limit.low)
    hours = hours_by_dwelling(on_walls(windows, plan.buildings), scene_of(plan), sun, plan.facts.place.latitude_deg)
    for key in windows:
        said = "" if key in hours else "no window on the building's wall"
        yield Finding(subjects=key, measured=hours.get(key), limit=limit, blocked=said)
    for facility in facilities:
        drawn, wanted = sum(key[0] == facility.building for key in windows), max(facility.classes, 1)
        if drawn < wanted:
            said = f"windows of {drawn} playrooms are drawn, of {wanted} classes"
            yield Finding(subjects=(facility.id,), measured=None, limit=limit, blocked=said)
