"""Clear width of fire lanes, across their centre lines."""

from collections.abc import Iterator

from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.lanes import clear_outlines
from layoutgen.walking.widths import least_width


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure each fire lane at its narrowest place, without what stands on it."""
    lanes = [way for way in plan.ways if way.is_fire_lane]
    if not lanes and plan.buildings:
        yield Finding(subjects=("site",), measured=None, limit=clause.bound, note="no fire lane drawn")
    elif not lanes:
        yield Inapplicable(reason="no building")
    outlines = clear_outlines(plan, plan.ways)
    for way in lanes:
        width = least_width(way, outlines)
        note = "" if width is not None else "the centre line lies outside the outline"
        yield Finding(subjects=(way.id,), measured=width or 0.0, limit=clause.bound, note=note)
