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
from layoutgen.validator.gates import frontage_of, gates_on, road_band
from layoutgen.validator.housed_blocks import judge_blocks


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Walk round each block with dwellings."""
    yield from judge_blocks(plan, clause, _longest)


def _longest(plan: Plan, block: Block) -> Measured:
    rim, band = block.outline.exterior, road_band(plan)
    gates = sorted(float(rim.project(gate.point)) for gate in gates_on(plan, block, SpotKind.PEDESTRIAN_GATE))
    if not gates:
        frontage = frontage_of(plan, block)
        return float(frontage.length) if frontage.length else None
    stretches = [(gates[-1], float(rim.length)), (0.0, gates[0]), *pairwise(gates)]
    last, first, *between = [float(shapely.intersection(substring(rim, a, b), band).length) for a, b in stretches]
    return max([last + first, *between])
