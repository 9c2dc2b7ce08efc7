"""Sun of elderly people's dwellings: those of every building whose label says ``elderly=yes``."""

from collections.abc import Iterator

from layoutgen.indicators.intensity import is_housing
from layoutgen.model.plan import Plan, tag
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.dwelling_sun import judge_dwellings


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure the best window of every dwelling; dwellings whose windows are not drawn are blocked."""
    dwellings = [building for building in plan.buildings if is_housing(building) and tag(building.tags, "elderly") == "yes"]
    if not dwellings:
        yield Inapplicable(reason="no building is labelled for the elderly")
        return
    yield from judge_dwellings(plan, clause, dwellings)
