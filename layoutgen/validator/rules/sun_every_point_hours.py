"""Sun of dwellings where the whole sill must be lit at once, point by point: stricter than the window's two corners."""

from collections.abc import Iterator

from layoutgen.indicators.intensity import is_housing
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.sunlight.hours import sill_minutes
from layoutgen.validator.dwelling_sun import judge_dwellings


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure the best window of every dwelling; dwellings whose windows are not drawn are blocked."""
    dwellings = [building for building in plan.buildings if is_housing(building)]
    if not dwellings:
        yield Inapplicable(reason="no building with dwellings")
        return
    yield from judge_dwellings(plan, clause, dwellings, sill_minutes)
