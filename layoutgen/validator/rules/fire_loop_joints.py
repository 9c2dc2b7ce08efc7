"""Loops of fire lanes: how many places join each of them to other carriageways."""

from collections.abc import Iterator, Sequence

import shapely
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.parts import polygons
from layoutgen.geometry.tolerance import CITY_REACH_M, TOUCH_EPS_M
from layoutgen.model.kinds import RoadClass, WayKind
from layoutgen.model.plan import Plan, Way
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause

THROUGH = (WayKind.STREET, WayKind.ATTACHED)  # what a loop is joined to


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Count the places where the lanes of each loop meet a street or a city road along the boundary."""
    lanes = [way for way in plan.ways if way.is_fire_lane and way.kind not in THROUGH]
    loops = [group for group in _connected(lanes) if _has_loop(group)]
    if not loops:
        yield Inapplicable(reason="no loop of fire lanes" if lanes else "no fire lane inside the blocks")
        return
    streets = [way.outline for way in plan.ways if way.kind in THROUGH]
    roads = [shapely.buffer(e.line, CITY_REACH_M, cap_style="flat") for e in plan.edges if e.road_class is not RoadClass.NONE]
    others = shapely.union_all([*streets, *roads])
    for group in loops:
        ground = shapely.buffer(shapely.union_all([way.outline for way in group]), TOUCH_EPS_M)
        joints = len(polygons(shapely.intersection(ground, others)))
        yield Finding(subjects=(group[0].id,), measured=float(joints), limit=clause.bound, note=f"{len(group)} ways")


def _connected(ways: Sequence[Way]) -> list[list[Way]]:
    """Ways in groups that hang together by their outlines."""
    grown = [shapely.buffer(way.outline, TOUCH_EPS_M) for way in ways]
    whole = polygons(shapely.union_all(grown))
    groups = [[way for way, shape in zip(ways, grown, strict=True) if piece.covers(_inside(shape))] for piece in whole]
    return sorted((sorted(group, key=lambda way: way.id) for group in groups if group), key=lambda group: group[0].id)


def _inside(shape: BaseGeometry) -> BaseGeometry:
    return shapely.point_on_surface(shape)


def _has_loop(ways: Sequence[Way]) -> bool:
    """Whether the centre lines enclose some ground."""
    return not shapely.polygonize([shapely.unary_union([way.centre for way in ways])]).is_empty
