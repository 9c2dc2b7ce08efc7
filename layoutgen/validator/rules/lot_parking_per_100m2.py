"""Car stalls or bicycle places on every lot of a kind ``of`` per 100 m2 of floor area there."""

from collections.abc import Iterator

from layoutgen.indicators.intensity import floor_area_m2
from layoutgen.indicators.land import lots_of
from layoutgen.model.kinds import GroundKind
from layoutgen.model.plan import Ground, Lot, Plan, tag_number
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause

BICYCLE = "bicycle"


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Count what stands on the lot with its middle; places of sheds are read from their labels."""
    is_bicycle = clause.text("vehicle") == BICYCLE
    lots = lots_of(plan, clause.of)
    if not lots:
        yield Inapplicable(reason=f"no {clause.of} lot drawn")
    for lot in lots:
        floors = sum(floor_area_m2(b) for b in plan.buildings if lot.outline.covers(b.footprint.centroid))
        places = _bicycles(plan, lot) if is_bicycle else _cars(plan, lot)
        silent = is_bicycle and any(tag_number(shed.tags, "places") is None for shed in _sheds(plan, lot))
        yield Finding(
            subjects=(lot.id,),
            measured=100.0 * places / floors if floors and not silent else None,
            limit=clause.bound,
            is_declared=is_bicycle,
            note=f"{places:g} places, {floors:.0f} m2 of floor",
            blocked="a shed's label does not say places" if silent else "",
        )


def _cars(plan: Plan, lot: Lot) -> float:
    return float(sum(lot.outline.covers(stall.outline.centroid) for stall in plan.stalls))


def _bicycles(plan: Plan, lot: Lot) -> float:
    return sum(tag_number(shed.tags, "places") or 0.0 for shed in _sheds(plan, lot))


def _sheds(plan: Plan, lot: Lot) -> list[Ground]:
    sheds = [ground for ground in plan.grounds if ground.kind is GroundKind.BIKE_SHED]
    return [shed for shed in sheds if lot.outline.covers(shed.outline.centroid)]
