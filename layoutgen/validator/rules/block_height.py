"""Greatest height of the dwelling buildings of every block; ``height`` says which: "planning" (default) or "roof"."""

from collections.abc import Iterator

from layoutgen.indicators.intensity import housing_of
from layoutgen.model.plan import Block, Building, Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.housed_blocks import judge_blocks


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure the highest dwelling building of each block."""
    is_roof = clause.text("height", "planning") == "roof"

    def height(building: Building) -> float:
        return building.fire_height_m if is_roof else building.planning_height_m

    def highest(plan: Plan, block: Block) -> float:
        return max(height(building) for building in housing_of(plan, block))

    return judge_blocks(plan, clause, highest)
