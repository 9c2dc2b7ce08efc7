"""Distance from the lots of a kind ``of`` to the nearest facility of the ``kinds``."""

from collections.abc import Iterator

from layoutgen.indicators.land import lots_of
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure from outline to outline; the nearest pair counts."""
    lots = lots_of(plan, clause.of)
    facilities = [facility for facility in plan.facilities if facility.kind.value in clause.words("kinds")]
    pairs = [(float(lot.outline.distance(f.outline)), lot.id, f.id) for lot in lots for f in facilities]
    if not pairs:
        yield Inapplicable(reason="no such lot and facility drawn")
        return
    gap, lot_id, facility_id = min(pairs)
    yield Finding(subjects=(lot_id, facility_id), measured=gap, limit=clause.bound)
