"""Points of a kind ``of`` in or at every block with dwellings."""

from collections.abc import Iterator

from layoutgen.geometry.tolerance import DOOR_REACH_M
from layoutgen.model.plan import Block, Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.housed_blocks import judge_blocks


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Count the points in each block or a metre off it."""
    points = [spot.point for spot in plan.spots if spot.kind.value == clause.of]

    def count(_: Plan, block: Block) -> float:
        return float(sum(block.outline.distance(point) <= DOOR_REACH_M for point in points))

    return judge_blocks(plan, clause, count)
