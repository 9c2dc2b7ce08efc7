"""Bicycle sheds in every block with dwellings."""

from collections.abc import Iterator

from layoutgen.model.kinds import GroundKind
from layoutgen.model.plan import Block, Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.housed_blocks import judge_blocks


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Count the sheds that stand in each block."""
    sheds = [ground.outline for ground in plan.grounds if ground.kind is GroundKind.BIKE_SHED]

    def count(_: Plan, block: Block) -> float:
        return float(sum(block.outline.intersection(shed).area > shed.area / 2.0 for shed in sheds))

    return judge_blocks(plan, clause, count)
