"""Storey height of dwelling buildings: their fire height, which leaves the plinth out, over their storeys."""

from collections.abc import Iterator

from layoutgen.model.kinds import BuildingUse
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Divide the height that every dwelling building declares by the storeys that it declares."""
    homes = [building for building in plan.buildings if building.use is BuildingUse.DWELLING and building.storeys > 0]
    if not homes:
        yield Inapplicable(reason="no dwelling building")
    for building in homes:
        height = building.fire_height_m / building.storeys
        note = f"{building.fire_height_m:.2f} m in {building.storeys} storeys"
        yield Finding(subjects=(building.id,), measured=height, limit=clause.bound, is_declared=True, note=note)
