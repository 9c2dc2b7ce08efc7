"""Spacing of pedestrian gates: the longest stretch of a block's road frontage from one gate to the next."""

from collections.abc import Iterator
from itertools import pairwise

import shapely
from shapely.ops import substring

from layoutgen.model.kinds import SpotKind
from layoutgen.model.limit import Measured
from layoutgen.model.plan import Block, Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.gates import frontage_of, gates_on
from layoutgen.validator.housed_blocks import judge_blocks


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Walk round each block with dwellings."""
    yield from judge_blocks(plan, clause, _longest)


def _longest(plan: Plan, block: Block) -> Measured:
    rim, frontage = block.outline.exterior, frontage_of(plan, block)
    gates = sorted(float(rim.project(gate.point)) for gate in gates_on(plan, block, SpotKind.PEDESTRIAN_GATE))
    if not gates:
        return float(frontage.length) if frontage.length else None
    last = float(shapely.intersection(substring(rim, gates[-1], rim.length), frontage).length)
    first = float(shapely.intersection(substring(rim, 0.0, gates[0]), frontage).length)
    between = [float(shapely.intersection(substring(rim, a, b), frontage).length) for a, b in pairwise(gates)]
    return max([last + first, *between])
