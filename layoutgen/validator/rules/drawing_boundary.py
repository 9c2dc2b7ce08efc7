"""One closed red line of positive area."""

from collections.abc import Iterator

from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Tell whether the red line is one simple ring of positive area."""
    line = plan.boundary
    is_sound = not line.is_empty and line.is_valid and not line.interiors and line.area > 0.0
    yield Finding(subjects=("site",), measured=is_sound, limit=clause.bound, note=f"{line.area:.1f} m2")
