"""The plans that the rules saw: of a divided site every community by itself."""

from layoutgen.indicators.communities import community_plans
from layoutgen.model.plan import Plan
from layoutgen.model.report import Report
from layoutgen.validator.off_site import counting_plan


def judged_parts(plan: Plan, report: Report) -> tuple[Plan, ...]:
    """One plan a judgement; of facilities off the site only those that count. None where there is no red line."""
    if plan.boundary.is_empty:
        return ()
    return tuple(community_plans(plan)) if plan.communities else (counting_plan(plan, report.path),)
