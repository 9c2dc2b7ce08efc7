"""No two facilities in one place on one floor."""

from collections.abc import Iterator

from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.overlaps import overlaps_within


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure what facilities share on a floor that both name."""
    facilities = plan.facilities
    if not facilities:
        yield Inapplicable(reason="no facility is drawn")
        return
    touched: set[int] = set()
    for pair in overlaps_within([facility.outline for facility in facilities]):
        a, b = facilities[pair.first], facilities[pair.second]
        floors = sorted(set(a.floors) & set(b.floors))
        if floors:
            touched |= {pair.first, pair.second}
            note = "floors " + ", ".join(str(floor) for floor in floors)
            yield Finding(subjects=(a.id, b.id), measured=pair.area_m2, limit=clause.bound, note=note)
    for i, facility in enumerate(facilities):
        if i not in touched:
            yield Finding(subjects=(facility.id,), measured=0.0, limit=clause.bound)
