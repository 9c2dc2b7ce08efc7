"""Distance between groups of surface stalls, in the grouping that keeps them farthest apart."""

from collections.abc import Iterator

from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.stall_groups import Groups, near_pairs

SEEK = 4.0  # times the limit: groups farther apart than that are not measured


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Join the nearest stalls first; measure the first distance at which a group would grow beyond its size."""
    most = clause.number("size")
    if len(plan.stalls) <= most:
        yield Inapplicable(reason=f"no more than {most:g} surface stalls: one group" if plan.stalls else "no surface stalls")
        return
    reach = SEEK * (clause.bound.low or 0.0)
    groups = Groups(len(plan.stalls))
    for i, j, gap in near_pairs(plan.stalls, reach):
        if groups.join(i, j) > most:
            yield Finding(subjects=(plan.stalls[i].id, plan.stalls[j].id), measured=gap, limit=clause.bound)
            return
    yield Finding(subjects=("site",), measured=reach, limit=clause.bound, note="or farther")
