"""Share of every block's central green that has ``hours`` of sun on the standard ``day``."""

from collections.abc import Iterator

import shapely

from layoutgen.model.plan import Block, Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.standards.sun_standard import sun_of_clause
from layoutgen.sunlight.raster import lit_share
from layoutgen.sunlight.windows import scene_of
from layoutgen.validator.housed_blocks import judge_blocks
from layoutgen.validator.judgement import central_greens


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure the sun on a raster of points at ground level; all buildings and surroundings cast shade."""
    sun = sun_of_clause(clause, clause.number("hours"))
    scene = scene_of(plan)

    def share(plan: Plan, block: Block) -> float | None:
        return lit_share(shapely.union_all(central_greens(plan)[block.id]), scene, sun, plan.facts.place.latitude_deg)

    return judge_blocks(plan, clause, share)
