"""Area of every bicycle shed per place on its label."""

from collections.abc import Iterator

from layoutgen.model.kinds import GroundKind
from layoutgen.model.plan import Plan, tag_number
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure each shed; one whose label gives no places is blocked."""
    sheds = [ground for ground in plan.grounds if ground.kind is GroundKind.BIKE_SHED]
    if not sheds:
        yield Inapplicable(reason="no bicycle shed drawn")
    for shed in sheds:
        places = tag_number(shed.tags, "places")
        if not places or places < 0.0:
            said = "the label does not say places"
            yield Finding(subjects=(shed.id,), measured=None, limit=clause.bound, is_declared=True, blocked=said)
        else:
            area = float(shed.outline.area) / places
            yield Finding(subjects=(shed.id,), measured=area, limit=clause.bound, is_declared=True)
