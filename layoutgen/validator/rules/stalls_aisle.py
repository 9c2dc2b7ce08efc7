"""Aisle before every surface stall: how far lanes and paving reach straight before the side from which it is driven into."""

from collections.abc import Iterator

from layoutgen.geometry.tolerance import MOUTH_REACH_M
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.stall_places import depth_before, firm_ground, stall_places


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure the depth of the firm ground before each stall."""
    ground = firm_ground(plan)
    is_found = False
    for place in stall_places(plan):
        limit = clause.limit or clause.row(lies="along" if place.lies == "along" else "square")
        if limit is not None:
            is_found = True
            depth = 0.0 if place.front is None else depth_before(place.front, ground, MOUTH_REACH_M)
            yield Finding(subjects=(place.stall.id,), measured=depth, limit=limit)
    if not is_found:
        yield Inapplicable(reason="no surface stall that lies so")
