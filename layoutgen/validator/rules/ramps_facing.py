"""What a ramp's mouth looks at: the way straight ahead to the nearest home, play ground or kindergarten ground."""

from collections.abc import Iterator

from layoutgen.geometry.tolerance import MOUTH_REACH_M
from layoutgen.model.kinds import BuildingUse, GroundKind
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.ramp_mouths import mouth_of, ramps_of

QUIET = (GroundKind.PLAY_GROUND, GroundKind.CLASS_GROUND, GroundKind.SHARED_GROUND, GroundKind.NURSERY_GROUND)


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure from each mouth to what stands in the strip before it."""
    homes = [(b.id, b.footprint) for b in plan.buildings if b.use is BuildingUse.DWELLING or b.dwellings]
    quiet = [*homes, *((g.id, g.outline) for g in plan.grounds if g.kind in QUIET)]
    is_found = False
    for ramp in ramps_of(plan):
        mouth = mouth_of(plan, ramp)
        if mouth is None:
            continue
        strip = mouth.side.strip(MOUTH_REACH_M)
        ahead = [
            (float(mouth.side.strip(0.0).distance(s.intersection(strip))), name) for name, s in quiet if s.intersects(strip)
        ]
        if ahead:
            is_found = True
            gap, name = min(ahead)
            yield Finding(subjects=(ramp.id, name), measured=gap, limit=clause.bound)
    if not is_found:
        yield Inapplicable(reason="no ramp that faces a home or a play ground")
