"""Courts that lie whole inside one sports ground."""

from collections.abc import Iterator

from layoutgen.geometry.tolerance import OVERLAP_EPS_M2
from layoutgen.model.kinds import GroundKind
from layoutgen.model.plan import Ground, Plan, tag
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Count the courts inside; their sports are reported."""
    fields = [ground for ground in plan.grounds if ground.kind is GroundKind.SPORTS_GROUND]
    courts = [ground for ground in plan.grounds if ground.kind is GroundKind.COURT]
    inside = [court for court in courts if any(_is_inside(court, field) for field in fields)]
    sports = sorted({tag(court.tags, "sport") or "unnamed" for court in inside})
    yield Finding(
        subjects=tuple(court.id for court in inside) or ("site",),
        measured=float(len(inside)),
        limit=clause.bound,
        note=", ".join(sports),
    )


def _is_inside(court: Ground, field: Ground) -> bool:
    return float(court.outline.difference(field.outline).area) <= OVERLAP_EPS_M2
