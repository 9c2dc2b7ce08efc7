"""Dead-end roads: a long one has a turning place at its end."""

from collections.abc import Iterator

from layoutgen.geometry.tolerance import LENGTH_EPS_M
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.dead_ends import motor_dead_ends
from layoutgen.validator.turning_heads import head_width


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure the turning place at every dead end that is longer than asked."""
    longest = clause.number("from_m") + LENGTH_EPS_M
    ends = [end for end in motor_dead_ends(plan) if end.length > longest]
    if not ends:
        yield Inapplicable(reason=f"no road leads farther than {clause.number('from_m'):g} m into a dead end")
    for end in ends:
        width = head_width(plan, end.point, clause.number("reach_m"))
        yield Finding(subjects=(end.way,), measured=width, limit=clause.bound, note=f"dead end of {end.length:.2f} m")
