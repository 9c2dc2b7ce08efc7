"""Width of the road that passes through every vehicle gate; two-way unless the gate's label says one_way."""

from collections.abc import Iterator

from layoutgen.model.plan import Plan, tag
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.gates import vehicle_gates, ways_at
from layoutgen.validator.way_widths import clear_width


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure the widest of the ways at each gate, at its narrowest place."""
    gates = vehicle_gates(plan)
    if not gates:
        yield Inapplicable(reason="no vehicle gate drawn")
    for gate in gates:
        limit = clause.limit or clause.row(flow=tag(gate.tags, "flow") or "two_way")
        if limit is not None:
            widths = [clear_width(plan, way) or 0.0 for way in ways_at(plan, gate)]
            note = "" if widths else "no way passes through the gate"
            yield Finding(subjects=(gate.id,), measured=max(widths, default=0.0), limit=limit, note=note)
