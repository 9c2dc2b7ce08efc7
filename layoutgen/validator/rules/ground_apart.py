"""Grounds of the ``kinds`` overlap no building."""

from collections.abc import Iterator

import shapely

from layoutgen.geometry.tolerance import OVERLAP_EPS_M2
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Overlay every such ground with all footprints."""
    grounds = [ground for ground in plan.grounds if ground.kind.value in clause.words("kinds")]
    if not grounds:
        yield Inapplicable(reason="no such ground drawn")
        return
    built = shapely.union_all([building.footprint for building in plan.buildings])
    for ground in grounds:
        overlap = float(ground.outline.intersection(built).area)
        note = f"{overlap:.2f} m2 under buildings" if overlap > OVERLAP_EPS_M2 else ""
        yield Finding(subjects=(ground.id,), measured=overlap <= OVERLAP_EPS_M2, limit=clause.bound, note=note)
