"""The use of the building that holds a facility."""

import math
from collections.abc import Iterator

from layoutgen.model.plan import Facility, Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.facilities import building_of, each_or_absent


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Tell for each facility whether its building is of one of the uses."""
    below = clause.number("below_classes") if "below_classes" in dict(clause.options) else math.inf
    for item in each_or_absent(plan, clause):
        if not isinstance(item, Facility):
            yield item
            continue
        if item.classes >= below:
            yield Inapplicable(reason=f"{item.id} has {item.classes} classes, asked below {below:g}")
            continue
        building = building_of(plan, item)
        use = building.use.value if building else "no building"
        yield Finding(subjects=(item.id,), measured=use in clause.words("hosts"), limit=clause.bound, note=use)
