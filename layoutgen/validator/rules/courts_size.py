"""Long or short side of every court, by its sport."""

from collections.abc import Iterator

from layoutgen.geometry.sides import sides
from layoutgen.model.kinds import GroundKind
from layoutgen.model.plan import Plan, tag
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure the sides of each court's least rectangle."""
    courts = [ground for ground in plan.grounds if ground.kind is GroundKind.COURT]
    asked = [(court, clause.row(sport=tag(court.tags, "sport") or "")) for court in courts]
    found = [(court, limit) for court, limit in asked if limit is not None]
    if not found:
        yield Inapplicable(reason="no court of these sports drawn")
    for court, limit in found:
        four = sides(court.outline)
        side = four[2] if clause.text("side") == "short" else four[0]
        yield Finding(subjects=(court.id,), measured=side.length, limit=limit, note=tag(court.tags, "sport") or "")
