"""How near a facility is to lots, grounds or other facilities."""

from collections.abc import Iterator

from shapely.geometry import Polygon

from layoutgen.model.plan import Facility, Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.facilities import each_or_absent


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure from each facility to the nearest of the things that the clause names."""
    wanted = clause.words("to")
    things = [(name, outline) for word, name, outline in _things(plan) if word in wanted]
    for item in each_or_absent(plan, clause):
        if not isinstance(item, Facility):
            yield item
        elif not things:
            yield Finding(subjects=(item.id,), measured=None, limit=clause.bound, note=f"none of {', '.join(wanted)} is drawn")
        else:
            distance, name = min((float(outline.distance(item.outline)), name) for name, outline in things)
            yield Finding(subjects=(item.id, name), measured=distance, limit=clause.bound)


def _things(plan: Plan) -> Iterator[tuple[str, str, Polygon]]:
    for lot in plan.lots:
        yield f"lot.{lot.kind.value}", lot.id, lot.outline
    for ground in plan.grounds:
        yield f"ground.{ground.kind.value}", ground.id, ground.outline
    for facility in plan.facilities:
        yield f"facility.{facility.kind.value}", facility.id, facility.outline
