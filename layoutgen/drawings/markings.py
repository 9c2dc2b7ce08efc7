"""Pedestrian crossings 人行横道 painted on the main roads of a divided site, where other roads meet them; paint only."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from shapely.geometry import LineString, Point

from layoutgen.drawings.layers import Profile
from layoutgen.drawings.sheet import Hatch
from layoutgen.geometry.tolerance import CITY_REACH_M
from layoutgen.model.kinds import WayKind
from layoutgen.model.plan import Plan, Way

Vector = NDArray[np.float64]
MEETS = (WayKind.CITY_ROAD, WayKind.STREET)


def crossings_of(plan: Plan, profile: Profile) -> tuple[Hatch, ...]:
    """Bars of every crossing: on both sides of each road that meets a main road, clear of the junctions nearby."""
    layer = profile.holding("paint.marking")
    mains = [way for way in plan.ways if way.kind is WayKind.CITY_ROAD]
    return tuple(
        Hatch(layer=layer.code, of="", points=bar, rgb=layer.rgb)
        for road in mains
        for at_m in _places(road, plan, profile)
        for bar in _bars(road, at_m, profile)
    )


def _places(road: Way, plan: Plan, profile: Profile) -> list[float]:
    """How far along a main road its crossings lie [m]."""
    depth, gap = profile.size("crossing_depth"), profile.size("crossing_gap")
    taken = sorted((at - half, at + half) for at, half in _junctions(road, plan))
    wanted = sorted(place for low, high in taken for place in (low - gap - depth / 2.0, high + gap + depth / 2.0))
    found: list[float] = []
    for place in wanted:
        is_inside = depth < place < road.centre.length - depth
        is_clear = all(not low - depth / 2.0 < place < high + depth / 2.0 for low, high in taken)
        if is_inside and is_clear and (not found or place - found[-1] > 2.0 * depth):
            found.append(place)
    return found


def _junctions(road: Way, plan: Plan) -> Iterator[tuple[float, float]]:
    """Where other roads meet a main road, as place and half width along it [m]."""
    for other in plan.ways:
        if other.kind not in MEETS or other is road:
            continue
        for end in (Point(other.centre.coords[0]), Point(other.centre.coords[-1])):
            if road.outline.distance(end) <= CITY_REACH_M:
                yield float(road.centre.project(end)), other.carriageway_m / 2.0 + other.footway_m
        if other.kind is WayKind.CITY_ROAD:
            own = (Point(road.centre.coords[0]), Point(road.centre.coords[-1]))
            for end in own:
                if other.outline.distance(end) <= CITY_REACH_M:
                    yield float(road.centre.project(end)), other.carriageway_m / 2.0 + other.footway_m


def _bars(road: Way, at_m: float, profile: Profile) -> Iterator[tuple[tuple[float, float], ...]]:
    """Corners of each bar across the carriageway, lying along the road."""
    along, across, middle = _frame_at(road.centre, at_m)
    depth, width, pitch = (profile.size(f"crossing_{name}") for name in ("depth", "bar", "pitch"))
    count = int((road.carriageway_m - width) // pitch) + 1
    for n in range(count):
        off = (n - (count - 1) / 2.0) * pitch
        corners = [
            middle + along * (depth / 2.0) * x + across * (off + width / 2.0 * y)
            for x, y in ((-1, -1), (1, -1), (1, 1), (-1, 1))
        ]
        yield tuple((round(float(x), 3), round(float(y), 3)) for x, y in corners)


def _frame_at(line: LineString, at_m: float) -> tuple[Vector, Vector, Vector]:
    """Direction of a straight line, its left, and the point so far along it."""
    first, last = np.asarray(line.coords[0]), np.asarray(line.coords[-1])
    along = (last - first) / float(np.hypot(*(last - first)))
    return along, np.array([-along[1], along[0]]), first + along * at_m
