"""Level run between a garage ramp and the road to which it opens."""

from collections.abc import Iterator

from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.ramp_mouths import mouth_of, ramps_of


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure from each ramp's mouth straight to the road: one inside the site, or, where ``to`` is city, a city road."""
    wants_city = clause.text("to") == "city"
    is_found = False
    for ramp in ramps_of(plan):
        mouth = mouth_of(plan, ramp)
        if mouth is None and not wants_city:
            is_found = True
            yield Finding(
                subjects=(ramp.id,), measured=None, limit=clause.bound, note="no paved run leads from the ramp to a road"
            )
        elif mouth is not None and mouth.is_city == wants_city:
            is_found = True
            yield Finding(subjects=(ramp.id,), measured=mouth.buffer_m, limit=clause.bound)
    if not is_found:
        yield Inapplicable(reason="no ramp that opens to such a road")
