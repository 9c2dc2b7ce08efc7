"""No food is cooked with oil fume in a dwelling building."""

from collections.abc import Iterator

from layoutgen.model.kinds import BuildingUse
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.catering import kitchens
from layoutgen.validator.facilities import building_of


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Tell of each kitchen whether its building is drawn and is no dwelling building."""
    found = kitchens(plan, clause)
    if not found:
        yield Inapplicable(reason=f"no {' or '.join(clause.words('kinds'))} drawn")
    for facility in found:
        building = building_of(plan, facility)
        is_apart = building is not None and building.use is not BuildingUse.DWELLING
        note = f"in a building of use {building.use.value}" if building else "in no building that is drawn"
        yield Finding(subjects=(facility.id,), measured=is_apart, limit=clause.bound, note=note)
