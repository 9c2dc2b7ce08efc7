"""Clear width of fire lanes, across their centre lines."""

from collections.abc import Iterator

from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.way_widths import whole_width


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure each fire lane at its narrowest place, without what stands on it."""
    lanes = [way for way in plan.ways if way.is_fire_lane]
    if not lanes and plan.buildings:
        yield Finding(subjects=("site",), measured=None, limit=clause.bound, note="no fire lane drawn")
    elif not lanes:
        yield Inapplicable(reason="no building")
    for way in lanes:
        width = whole_width(plan, way)
        note = "" if width is not None else "the centre line lies outside the outline"
        yield Finding(subjects=(way.id,), measured=width or 0.0, limit=clause.bound, note=note)
