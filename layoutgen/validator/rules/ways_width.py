"""Least width of the ways of some kinds, across their centre lines."""

from collections.abc import Iterator

import shapely

from layoutgen.model.plan import Plan, Way, tag
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.way_widths import clear_width


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure each way at its narrowest place, without what stands on it."""
    ways = [way for way in plan.ways if way.kind.value in clause.words("ways") and _is_asked(plan, clause, way)]
    widths = [(way.id, clear_width(plan, way)) for way in ways]
    found = [(name, width) for name, width in widths if width is not None]
    if not found:
        yield Inapplicable(reason="no such way drawn")
    for name, width in found:
        yield Finding(subjects=(name,), measured=width, limit=clause.bound)


def _is_asked(plan: Plan, clause: Clause, way: Way) -> bool:
    """Whether the label says so many lanes, and the way leads into a lot of these kinds, where the clause names any."""
    lanes, lots = clause.text("lanes"), clause.words("lots")
    inside = [lot.outline for lot in plan.lots if lot.kind.value in lots]
    is_there = any(shapely.intersects(outline, way.centre) for outline in inside)
    return (not lanes or tag(way.tags, "lanes") == lanes) and (not lots or is_there)
