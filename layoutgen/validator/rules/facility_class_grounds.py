"""Class grounds of a kindergarten, one a class."""

from collections.abc import Iterator

from layoutgen.model.kinds import GroundKind
from layoutgen.model.plan import Facility, Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.facilities import each_or_absent, silent
from layoutgen.validator.grounds_of import grounds_of
from layoutgen.validator.overlaps import overlaps_between, overlaps_within


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Count the class grounds that overlap no other and lie under no building, over the classes."""
    built = [building.footprint for building in plan.buildings]
    for item in each_or_absent(plan, clause):
        if not isinstance(item, Facility):
            yield item
        elif item.classes <= 0:
            yield silent(clause, (item.id,), "the label does not say how many classes")
        else:
            outlines = [ground.outline for ground in grounds_of(plan, item, (GroundKind.CLASS_GROUND.value,))]
            taken = {pair.second for pair in overlaps_within(outlines)}
            taken |= {pair.first for pair in overlaps_between(outlines, built)}
            count = len(outlines) - len(taken)
            yield Finding(subjects=(item.id,), measured=count / item.classes, limit=clause.bound, note=f"{count} grounds")
