"""Class grounds of a kindergarten kept apart."""

from collections.abc import Iterator
from itertools import combinations

from layoutgen.model.kinds import GroundKind
from layoutgen.model.plan import Facility, Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.facilities import each_or_absent
from layoutgen.validator.grounds_of import grounds_of


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure the distance between every two class grounds of a facility."""
    for item in each_or_absent(plan, clause):
        if not isinstance(item, Facility):
            yield item
            continue
        grounds = grounds_of(plan, item, (GroundKind.CLASS_GROUND.value,))
        if len(grounds) < 2:
            yield Inapplicable(reason=f"{item.id} has no two class grounds")
        for a, b in combinations(grounds, 2):
            yield Finding(subjects=(a.id, b.id), measured=float(a.outline.distance(b.outline)), limit=clause.bound)
