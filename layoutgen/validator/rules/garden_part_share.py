"""Share of the largest garden that is ``of`` one nature: green, paved (paths, squares, grounds) or built."""

from collections.abc import Iterator

import shapely

from layoutgen.indicators.land import largest_garden
from layoutgen.model.kinds import GroundKind
from layoutgen.model.plan import Lot, Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.judgement import green

SOFT = (GroundKind.GREEN, GroundKind.CENTRAL_GREEN, GroundKind.GARAGE)


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure counted green, footprints, or ways and hard grounds inside the garden lot."""
    garden = largest_garden(plan)
    if garden is None:
        yield Finding(subjects=("site",), measured=None, limit=clause.bound, note="no garden lot drawn")
        return
    yield Finding(subjects=(garden.id,), measured=_share(plan, garden, clause.of), limit=clause.bound)


def _share(plan: Plan, garden: Lot, nature: str) -> float:
    built = shapely.union_all([building.footprint for building in plan.buildings])
    if nature == "green":
        ground = green(plan)
    elif nature == "built":
        ground = built
    else:
        hard = [ground.outline for ground in plan.grounds if ground.kind not in SOFT]
        ground = shapely.difference(shapely.union_all([*hard, *(way.outline for way in plan.ways)]), built)
    return float(shapely.intersection(ground, garden.outline).area / garden.outline.area)
