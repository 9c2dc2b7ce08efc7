"""To what a thing without a label belongs: the block, lot or building in which it lies."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.tolerance import DOOR_REACH_M, TOUCH_EPS_M
from layoutgen.model.kinds import SpotKind
from layoutgen.model.plan import Block, Building, Lot, Plan, Spot


def placed(plan: Plan, names: Collection[str]) -> Plan:
    """Plan in which the things of some ids, whose labels do not say it, belong to what they lie in."""
    if not names:
        return plan

    def block(said: str, name: str, shape: BaseGeometry) -> str:
        return said or (_holder(plan.blocks, shape) if name in names else "")

    def lot(said: str, name: str, shape: BaseGeometry) -> str:
        return said or (_holder(plan.lots, shape) if name in names else "")

    def building(said: str, name: str, shape: BaseGeometry) -> str:
        return said or (_holder(plan.buildings, shape) if name in names else "")

    return replace(
        plan,
        ways=tuple(replace(one, block=block(one.block, one.id, one.outline)) for one in plan.ways),
        buildings=tuple(
            replace(b, block=block(b.block, b.id, b.footprint), lot=lot(b.lot, b.id, b.footprint)) for b in plan.buildings
        ),
        facilities=tuple(
            replace(f, building=building(f.building, f.id, f.outline), lot=lot(f.lot, f.id, f.outline)) for f in plan.facilities
        ),
        windows=tuple(replace(one, building=building(one.building, one.id, one.line)) for one in plan.windows),
        grounds=tuple(replace(g, block=block(g.block, g.id, g.outline), lot=lot(g.lot, g.id, g.outline)) for g in plan.grounds),
        stalls=tuple(replace(s, block=block(s.block, s.id, s.outline), lot=lot(s.lot, s.id, s.outline)) for s in plan.stalls),
        spots=tuple(replace(one, of=_served(plan, one)) if one.id in names and not one.of else one for one in plan.spots),
    )


def _served(plan: Plan, spot: Spot) -> str:
    """What a point serves: a door the facility or building at its wall that has no other door; else the block it stands in."""
    if spot.kind is not SpotKind.DOOR:
        return _holder(plan.blocks, spot.point) if spot.kind in (SpotKind.LOCKERS, SpotKind.WASTE_POINT) else ""
    served = {one.of for one in plan.spots if one.kind is SpotKind.DOOR}
    walls = ([(one.id, one.outline) for one in plan.facilities], [(one.id, one.footprint) for one in plan.buildings])
    for sort in walls:
        near = [name for name, wall in sort if name not in served and wall.distance(spot.point) <= DOOR_REACH_M]
        if near:
            return near[0] if len(near) == 1 else ""
    return ""


def _holder(things: Sequence[Block | Lot | Building], shape: BaseGeometry) -> str:
    """Id of the smallest thing that holds the inner point of a shape; "" where none does."""
    at = Point(shape.representative_point())
    areas = [(one.footprint if isinstance(one, Building) else one.outline, one.id) for one in things]
    return min(((area.area, name) for area, name in areas if area.distance(at) <= TOUCH_EPS_M), default=(0.0, ""))[1]
