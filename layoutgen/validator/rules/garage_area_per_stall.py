"""Floor area of a garage over the stalls on its label."""

from collections.abc import Iterator

from layoutgen.model.plan import Plan, tag_number
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.parked_garages import parked_garages


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Divide outline times levels by the stalls."""
    garages = parked_garages(plan)
    if not garages:
        yield Inapplicable(reason="no garage drawn")
    for garage in garages:
        stalls, levels = tag_number(garage.ground.tags, "stalls"), tag_number(garage.ground.tags, "levels")
        yield Finding(
            subjects=(garage.ground.id,),
            measured=garage.free_m2 * (levels or 1.0) / stalls if stalls else None,
            limit=clause.bound,
            is_declared=True,
            blocked="" if stalls else "the label does not say how many stalls there are",
        )
