"""Area of the largest single ground of a kind ``of``; pieces are never summed."""

from collections.abc import Iterator

from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure the largest; where none is drawn the area is 0."""
    found = [ground for ground in plan.grounds if ground.kind.value == clause.of]
    if not found:
        yield Finding(subjects=("site",), measured=0.0, limit=clause.bound, note=f"no {clause.of} drawn")
        return
    largest = max(found, key=lambda ground: (ground.outline.area, ground.id))
    yield Finding(subjects=(largest.id,), measured=float(largest.outline.area), limit=clause.bound)
