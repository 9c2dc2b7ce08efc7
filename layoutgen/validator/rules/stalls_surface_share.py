"""Surface stalls of residents and visitors over the dwellings drawn."""

from collections.abc import Iterator

from layoutgen.indicators.people import dwellings_drawn
from layoutgen.model.kinds import GroundKind
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause

PUBLIC_USES = ("shop", "service")


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Count every surface stall but those of shops and services."""
    households = dwellings_drawn(plan)
    if not households:
        yield Inapplicable(reason="no dwelling drawn")
        return
    if not plan.stalls and not any(ground.kind is GroundKind.GARAGE for ground in plan.grounds):
        yield Inapplicable(reason="no parking is drawn")
        return
    stalls = sum(stall.use not in PUBLIC_USES for stall in plan.stalls)
    note = f"{stalls} stalls on the surface, {households} dwellings"
    yield Finding(subjects=("site",), measured=stalls / households, limit=clause.bound, note=note)
