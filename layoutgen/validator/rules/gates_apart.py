"""How far the vehicle gates of one block are from each other."""

from collections.abc import Iterator

from layoutgen.model.kinds import SpotKind
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.gates import gates_on


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure straight from each gate of a block to the nearest other one."""
    is_found = False
    for block in plan.blocks:
        gates = gates_on(plan, block, SpotKind.VEHICLE_GATE)
        for gate in gates if len(gates) > 1 else ():
            gap, name = min((float(gate.point.distance(other.point)), other.id) for other in gates if other.id != gate.id)
            is_found = True
            yield Finding(subjects=(gate.id, name), measured=gap, limit=clause.bound)
    if not is_found:
        yield Inapplicable(reason="no block with two vehicle gates")
