"""No waste point lies in or at a play ground, the kindergarten's door, or an entrance of the community."""

from collections.abc import Iterator

from layoutgen.geometry.tolerance import TOUCH_EPS_M
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.crowds import nearest_crowd, waste_points


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Look from each point for the nearest place where people gather."""
    points = waste_points(plan)
    if not points:
        yield Inapplicable(reason="no waste point drawn")
    for spot in points:
        gap, crowd = nearest_crowd(plan, spot.point)
        yield Finding(
            subjects=(spot.id,),
            measured=gap > TOUCH_EPS_M,
            limit=clause.bound,
            note="" if gap > TOUCH_EPS_M else f"at {crowd}",
        )
