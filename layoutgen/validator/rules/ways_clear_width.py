"""Clear width of everything walked on: outlines of lanes and paths across their centre, declared footways elsewhere."""

from collections.abc import Iterator

from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.way_widths import walked_widths
from layoutgen.walking.graph import is_walkable


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure each walkable way at its narrowest place."""
    ways = [way for way in plan.ways if is_walkable(way)]
    if not ways:
        yield Finding(subjects=("site",), measured=None, limit=clause.bound, note="no walkable way drawn")
    measured = walked_widths(plan)
    for way in ways:
        is_measured = way.id in measured
        width = measured[way.id] if is_measured else way.footway_m
        if width is not None:
            yield Finding(subjects=(way.id,), measured=width, limit=clause.bound, is_declared=not is_measured)
