"""Long or short side of every surface stall of kind ``of``, by how it lies on its lane."""

from collections.abc import Iterator

from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.stall_places import stall_places


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure the sides of the least rectangle round each stall."""
    is_found = False
    for place in stall_places(plan):
        limit = clause.limit or clause.row(lies=place.lies)
        if place.stall.kind.value == clause.of and limit is not None:
            is_found = True
            side = place.short_m if clause.text("side") == "short" else place.long_m
            yield Finding(subjects=(place.stall.id,), measured=side, limit=limit)
    if not is_found:
        yield Inapplicable(reason=f"no {clause.of} stall that lies so")
