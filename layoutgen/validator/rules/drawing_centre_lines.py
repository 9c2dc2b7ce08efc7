"""Centre lines inside the ways."""

from collections.abc import Iterator

import shapely

from layoutgen.geometry.tolerance import LENGTH_EPS_M
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure the length of each centre line outside the outlines of all ways."""
    if not plan.ways:
        yield Inapplicable(reason="no way is drawn")
        return
    ways = shapely.union_all([way.outline for way in plan.ways]).buffer(LENGTH_EPS_M)
    shapely.prepare(ways)
    for way in plan.ways:
        outside = 0.0 if ways.covers(way.centre) else float(shapely.difference(way.centre, ways).length)
        yield Finding(subjects=(way.id,), measured=outside, limit=clause.bound)
