"""Land of every block with dwellings, per person of its drawn dwellings."""

from collections.abc import Iterator

from layoutgen.indicators.land import block_area_m2
from layoutgen.indicators.people import block_people
from layoutgen.model.plan import Block, Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.housed_blocks import judge_blocks


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure each block's land over its people."""

    def share(plan: Plan, block: Block) -> float | None:
        people = block_people(plan, block)
        return block_area_m2(block) / people if people > 0.0 else None

    return judge_blocks(plan, clause, share)
