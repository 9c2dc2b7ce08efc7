"""Places where people gather that waste points keep away from."""

import math

from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

from layoutgen.model.kinds import BuildingUse, FacilityKind, GroundKind, LotKind, SpotKind
from layoutgen.model.plan import Plan, Spot

GATES = (SpotKind.VEHICLE_GATE, SpotKind.PEDESTRIAN_GATE)
GROUNDS = (GroundKind.PLAY_GROUND, GroundKind.ACTIVITY_GROUND)


def waste_points(plan: Plan) -> tuple[Spot, ...]:
    """Collection points of sorted waste."""
    return tuple(spot for spot in plan.spots if spot.kind is SpotKind.WASTE_POINT)


def nearest_crowd(plan: Plan, point: Point) -> tuple[float, str]:
    """Distance to the nearest play or activity ground, kindergarten door or entrance [m], and its id."""
    return min(((float(shape.distance(point)), name) for name, shape in _crowds(plan)), default=(math.inf, ""))


def _crowds(plan: Plan) -> list[tuple[str, BaseGeometry]]:
    homes = {b.id for b in plan.buildings if b.use is BuildingUse.KINDERGARTEN}
    homes |= {f.id for f in plan.facilities if f.kind is FacilityKind.KINDERGARTEN}
    homes |= {lot.id for lot in plan.lots if lot.kind is LotKind.KINDERGARTEN}
    spots: list[tuple[str, BaseGeometry]] = [
        (s.id, s.point) for s in plan.spots if s.kind in GATES or (s.kind is SpotKind.DOOR and s.of in homes)
    ]
    return [*spots, *((g.id, g.outline) for g in plan.grounds if g.kind in GROUNDS)]
