"""Exits of open car parks: a block's vehicle gates, or the roads that touch a lot, by the number of its surface stalls."""

from collections import Counter
from collections.abc import Iterator

import shapely

from layoutgen.geometry.tolerance import CITY_REACH_M
from layoutgen.model.kinds import RoadClass
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.gates import open_gates
from layoutgen.validator.motor_ways import motor_ways


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Count the exits of each block or lot with as many surface stalls as the clause is about."""
    low, high = clause.number("stalls_from"), clause.number("stalls_to")
    counts = Counter(stall.block or stall.lot for stall in plan.stalls)
    asked = [name for name, count in sorted(counts.items()) if low <= count <= high]
    if not asked:
        yield Inapplicable(reason=f"no open car park of {low:g} to {high:g} stalls")
    for name in asked:
        yield Finding(subjects=(name,), measured=float(_exits(plan, name)), limit=clause.bound, note=f"{counts[name]} stalls")


def _exits(plan: Plan, name: str) -> int:
    blocks = [block for block in plan.blocks if block.id == name]
    lots = [lot.outline for lot in plan.lots if lot.id == name]
    edges = [edge.line for edge in plan.edges if edge.road_class is not RoadClass.NONE]
    roads = [*edges, *(way.outline for way in motor_ways(plan))]
    touching = [road for road in roads for lot in lots if shapely.dwithin(road, lot, CITY_REACH_M)]
    return sum(len(open_gates(plan, block)) for block in blocks) + len(touching)
