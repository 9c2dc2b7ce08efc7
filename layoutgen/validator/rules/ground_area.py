"""Area of the largest single ground of a kind ``of``; pieces are never summed."""

from collections.abc import Iterator

from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure the largest; where none is drawn the area is 0."""
    found = sorted((-float(g.outline.area), g.id) for g in plan.grounds if g.kind.value == clause.of)
    area, name = found[0] if found else (0.0, "site")
    yield Finding(subjects=(name,), measured=-area, limit=clause.bound)
