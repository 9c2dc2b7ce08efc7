"""What a reader could not understand."""

from collections.abc import Iterator

from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Give every defect of the reading a finding of its own."""
    for number, defect in enumerate(plan.defects, start=1):
        yield Finding(subjects=(f"defect {number}",), measured=1.0, limit=clause.bound, note=defect.says, at=defect.at)
    if not plan.defects:
        yield Finding(subjects=("drawing",), measured=0.0, limit=clause.bound)
