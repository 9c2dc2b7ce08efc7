"""How far every vehicle gate is from the crossings, stops or entrances that it keeps away from."""

from collections.abc import Iterator

from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.entrances import PLACES
from layoutgen.validator.gates import vehicle_gates


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure straight from each gate to the nearest of the places."""
    gates = vehicle_gates(plan)
    places = PLACES[clause.text("to")](plan)
    if not gates or not places:
        yield Inapplicable(reason="no vehicle gate drawn" if not gates else f"no {clause.text('to').replace('_', ' ')} drawn")
        return
    for gate in gates:
        gap, name = min((float(shape.distance(gate.point)), name) for name, shape in places)
        yield Finding(subjects=(gate.id, name), measured=gap, limit=clause.bound)
