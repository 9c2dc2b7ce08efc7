"""Lifts in each unit of high dwelling buildings, as their labels declare them."""

from collections.abc import Iterator

from layoutgen.model.kinds import BuildingUse
from layoutgen.model.plan import Plan, tag_number
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.standards.lifts import is_concerned, top_entry_m

KEY = "lifts"


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Read ``lifts`` of every dwelling building whose top entry floor lies as high as asked."""
    homes = [b for b in plan.buildings if b.use is BuildingUse.DWELLING]
    high = [b for b in homes if is_concerned(clause, b.storeys, b.fire_height_m)]
    if not high:
        floor, above = clause.number("from_storeys"), clause.number("above_m")
        yield Inapplicable(reason=f"no dwelling building with a top entry on floor {floor:g} or above {above:g} m")
    for building in high:
        said = tag_number(building.tags, KEY)
        yield Finding(
            subjects=(building.id,),
            measured=said,
            limit=clause.bound,
            is_declared=True,
            note=f"top entry on floor {building.storeys}, {top_entry_m(building.storeys, building.fire_height_m):.2f} m up",
            blocked="" if said is not None else f"the label does not say {KEY}",
        )
