"""Clear run-out round every court, by its sport: to the edge of the ground it lies in, and half the way to other courts."""

from collections.abc import Iterator

from layoutgen.geometry.tolerance import OVERLAP_EPS_M2
from layoutgen.model.kinds import GroundKind
from layoutgen.model.plan import Ground, Plan, tag
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause

FIELDS = (GroundKind.SPORTS_GROUND, GroundKind.ACTIVITY_GROUND)


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure from each court to what ends its run-out; 0 where the court lies in no ground."""
    courts = [ground for ground in plan.grounds if ground.kind is GroundKind.COURT]
    asked = [(court, clause.row(sport=tag(court.tags, "sport") or "")) for court in courts]
    found = [(court, limit) for court, limit in asked if limit is not None]
    if not found:
        yield Inapplicable(reason="no court of these sports drawn")
    for court, limit in found:
        yield Finding(subjects=(court.id,), measured=_run_out(plan, court, courts), limit=limit)


def _run_out(plan: Plan, court: Ground, courts: list[Ground]) -> float:
    fields = [ground.outline for ground in plan.grounds if ground.kind in FIELDS]
    edges = [
        float(field.exterior.distance(court.outline))
        for field in fields
        if court.outline.difference(field).area <= OVERLAP_EPS_M2
    ]
    others = [float(other.outline.distance(court.outline)) / 2.0 for other in courts if other.id != court.id]
    return min([max(edges, default=0.0), *others])
