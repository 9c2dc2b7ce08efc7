"""What of every garage lies under a lot of some kinds, or under a public street."""

from collections.abc import Iterator

import shapely

from layoutgen.model.kinds import WayKind
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.parked_garages import parked_garages


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure the area that each garage shares with them."""
    garages = parked_garages(plan)
    if not garages:
        yield Inapplicable(reason="no garage drawn")
    lots = [lot.outline for lot in plan.lots if lot.kind.value in clause.words("lots")]
    streets = [way.outline for way in plan.ways if way.kind is WayKind.STREET]
    kept = shapely.union_all([*lots, *streets])
    for garage in garages:
        shared = float(shapely.intersection(garage.ground.outline, kept).area)
        yield Finding(subjects=(garage.ground.id,), measured=shared, limit=clause.bound)
