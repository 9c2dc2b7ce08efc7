"""Walk from every dwelling door to the nearest thing of each of ``kinds``: where fences and water part the two radii."""

from collections.abc import Iterator

from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.service_radius import homes, judge_radius, walked_to


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure on the walking network."""
    found = homes(plan)
    distances = [walked_to(plan, found, kind) for kind in clause.words("kinds")]
    return judge_radius(plan, clause, found, distances, found.walks)
