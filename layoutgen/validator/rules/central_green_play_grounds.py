"""Play grounds in or at the central green of every block with dwellings."""

from collections.abc import Iterator

import shapely

from layoutgen.geometry.tolerance import TOUCH_EPS_M
from layoutgen.model.kinds import GroundKind
from layoutgen.model.plan import Block, Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.housed_blocks import judge_blocks


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Count grounds for children and the elderly that touch each block's central green."""
    greens = [ground.outline for ground in plan.grounds if ground.kind is GroundKind.CENTRAL_GREEN]
    plays = [ground.outline for ground in plan.grounds if ground.kind is GroundKind.PLAY_GROUND]

    def count(_: Plan, block: Block) -> float:
        central = shapely.union_all([green for green in greens if green.intersects(block.outline)])
        near = [play for play in plays if not central.is_empty and float(play.distance(central)) <= TOUCH_EPS_M]
        return float(sum(play.intersection(block.outline).area > play.area / 2.0 for play in near))

    return judge_blocks(plan, clause, count)
