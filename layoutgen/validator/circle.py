"""The circle's limit by its climate zone and average storeys, for every rule that judges the circle as one."""

from collections.abc import Iterator

from layoutgen.indicators.circle import circle_storeys
from layoutgen.model.limit import Measured
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.standards.counting import load_counting


def judge_circle(plan: Plan, clause: Clause, measured: Measured) -> Iterator[Finding | Inapplicable]:
    """Finding of the site as one circle, where the clause has a figure for its zone and storeys."""
    storeys = circle_storeys(plan)
    if storeys <= 0.0:
        yield Inapplicable(reason="no housing is drawn")
        return
    counting = load_counting()
    name = counting.storey_class(storeys)
    limit = clause.limit or clause.row(**{"group": counting.group_of(plan.facts.place.climate_zone), "class": name})
    if limit is None:
        yield Inapplicable(reason=f"the table has no row for {storeys:.1f} storeys on average in this climate zone")
        return
    roads = ", ".join(f"{road} {2.0 * half:g} m" for road, half in counting.road_half_m)
    note = f"{storeys:.1f} storeys on average, {name}; roads around taken as wide as their class: {roads}"
    yield Finding(subjects=("site",), measured=measured, limit=limit, note=note)
