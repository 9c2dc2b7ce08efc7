"""Width of the widest piece of central green of every block with dwellings."""

from collections.abc import Iterator

import shapely

from layoutgen.geometry.widths import inscribed_width
from layoutgen.indicators.green import central_pieces
from layoutgen.model.plan import Block, Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.standards.counting import load_counting
from layoutgen.validator.housed_blocks import judge_blocks


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure the largest circle inside each block's central green, edges taken off."""
    counting = load_counting()

    def width(plan: Plan, block: Block) -> float:
        return inscribed_width(shapely.union_all(central_pieces(plan, block, counting)))

    return judge_blocks(plan, clause, width)
