"""Effective refuge 有效避难面积: ground set aside for it, less what stands on it and what may fall on it."""

from collections.abc import Iterable, Sequence

import shapely
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from layoutgen.model.kinds import GroundKind, WayKind
from layoutgen.model.plan import Building, Ground, Stall, Way

IN_THE_WAY = (GroundKind.RAMP, GroundKind.BIKE_SHED, GroundKind.GATEHOUSE)


def no_refuge(
    buildings: Sequence[Building],
    ways: Sequence[Way],
    stalls: Sequence[Stall],
    grounds: Sequence[Ground],
    keep_outs: Sequence[Polygon],
    collapse_share: float,
) -> BaseGeometry:
    """Where nobody can take refuge.

    Buildings with a strip along them of ``collapse_share`` of their height, carriageways, stalls, ramps, sheds, gatehouses
    and keep-outs.
    """
    shapes: list[BaseGeometry] = [b.footprint.buffer(collapse_share * b.shading_height_m) for b in buildings]
    shapes += [way.outline for way in ways if way.kind is not WayKind.FOOTPATH]
    shapes += [stall.outline for stall in stalls]
    shapes += [ground.outline for ground in grounds if ground.kind in IN_THE_WAY]
    return shapely.union_all([*shapes, *keep_outs])


def effective_refuge(refuges: Iterable[BaseGeometry], taken: BaseGeometry) -> BaseGeometry:
    """Ground set aside, each piece once, less what is taken."""
    return shapely.difference(shapely.union_all(list(refuges)), taken)
