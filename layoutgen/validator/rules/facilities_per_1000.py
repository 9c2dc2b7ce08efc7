"""All facilities of one level per 1000 persons: their floor area, or their land."""

from collections.abc import Iterator

import shapely

from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.facilities import floor_area_m2


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Sum floors of the facility ``kinds`` and land of the ``lots`` and ``grounds`` named, each piece once, over the people."""
    if plan.facts.people <= 0:
        yield Inapplicable(reason="the drawing states no people")
        return
    floors = sum(floor_area_m2(plan, facility) for facility in plan.facilities if facility.kind.value in clause.words("kinds"))
    land = [lot.outline for lot in plan.lots if lot.kind.value in clause.words("lots")]
    land += [ground.outline for ground in plan.grounds if ground.kind.value in clause.words("grounds")]
    total = floors + float(shapely.union_all(land).area)
    note = f"{total:.0f} m2 for {plan.facts.people} people"
    yield Finding(subjects=("site",), measured=1000.0 * total / plan.facts.people, limit=clause.bound, note=note)
