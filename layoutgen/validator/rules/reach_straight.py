"""Straight distance from every dwelling door to the nearest thing of each of ``kinds``: the reading of a table's radius."""

from collections.abc import Iterator

from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.service_radius import homes, judge_radius, straight_to


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure from each door to a facility's doors, or to the outline or point of another thing."""
    found = homes(plan)
    distances = [straight_to(plan, found, kind) for kind in clause.words("kinds")]
    return judge_radius(plan, clause, found, distances, found.straight)
