"""Facilities inside their buildings."""

from collections.abc import Iterator

from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.facilities import building_of
from layoutgen.validator.reach import reach_beyond


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure how far each facility reaches beyond its building; one whose building is not drawn fails."""
    if not plan.facilities:
        yield Inapplicable(reason="no facility is drawn")
    for facility in plan.facilities:
        building = building_of(plan, facility)
        if building is None:
            yield Finding(subjects=(facility.id,), measured=None, limit=clause.bound, note=f"no building {facility.building}")
        else:
            beyond = reach_beyond([facility.outline], building.footprint)[0]
            yield Finding(subjects=(facility.id, building.id), measured=beyond, limit=clause.bound)
