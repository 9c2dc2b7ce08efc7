"""How near points of one kind are to points of others."""

from collections.abc import Iterator

from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure from each point of the clause's kind to the nearest of the others."""
    spots = [spot for spot in plan.spots if spot.kind.value == clause.of]
    others = [spot for spot in plan.spots if spot.kind.value in clause.words("to")]
    if not spots:
        yield Finding(subjects=(clause.of,), measured=None, limit=clause.bound, note=f"no {clause.of} is drawn")
    for spot in spots:
        distances = [(float(other.point.distance(spot.point)), other.id) for other in others]
        distance, name = min(distances, default=(None, ", ".join(clause.words("to"))))
        yield Finding(subjects=(spot.id, name), measured=distance, limit=clause.bound)
