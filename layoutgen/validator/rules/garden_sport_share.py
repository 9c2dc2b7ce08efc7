"""Share of the largest garden that is sports ground or court."""

from collections.abc import Iterator

import shapely

from layoutgen.indicators.land import largest_garden
from layoutgen.model.kinds import GroundKind
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause

SPORT = (GroundKind.SPORTS_GROUND, GroundKind.COURT)


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure what of the sports grounds lies inside the garden; a court inside a ground counts once."""
    garden = largest_garden(plan)
    if garden is None:
        yield Finding(subjects=("site",), measured=None, limit=clause.bound, note="no garden lot drawn")
        return
    sport = shapely.union_all([ground.outline for ground in plan.grounds if ground.kind in SPORT])
    share = float(sport.intersection(garden.outline).area / garden.outline.area)
    yield Finding(subjects=(garden.id,), measured=share, limit=clause.bound)
