"""Share of a facility's outdoor grounds that has ``hours`` of sun on the standard ``day``."""

from collections.abc import Iterator

import shapely

from layoutgen.model.plan import Facility, Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.standards.sun_standard import sun_of_clause
from layoutgen.sunlight.raster import lit_share
from layoutgen.sunlight.windows import scene_of
from layoutgen.validator.facilities import each_or_absent
from layoutgen.validator.grounds_of import grounds_of


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure the sun on a raster of points at ground level; all buildings and surroundings cast shade."""
    sun = sun_of_clause(clause, clause.number("hours"))
    scene = scene_of(plan)
    for item in each_or_absent(plan, clause):
        if not isinstance(item, Facility):
            yield item
            continue
        play = shapely.union_all([ground.outline for ground in grounds_of(plan, item, clause.words("grounds"))])
        share = lit_share(play, scene, sun, plan.facts.place.latitude_deg)
        note = f"{play.area:.0f} m2 of ground" if share is not None else "no such ground is drawn"
        yield Finding(subjects=(item.id,), measured=share, limit=clause.bound, note=note)
