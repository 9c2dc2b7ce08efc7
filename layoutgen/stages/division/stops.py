"""Bus stops proposed on the main roads of a division."""

from collections.abc import Iterator, Sequence

import numpy as np
import shapely
from shapely.geometry import LineString, Point

from layoutgen.geometry.parts import snap_point
from layoutgen.model.kinds import SpotKind
from layoutgen.model.plan import Community, Spot, Way, tags_of

SPACING_M = 300.0  # of stops along a front: nobody walks farther than the depth of the community and half of this
TOUCH_M = 0.5


def propose_stops(roads: Sequence[Way], communities: Sequence[Community], first_number: int) -> tuple[Spot, ...]:
    """Stops in the footways on both sides of the main roads, evenly along every community's front on them."""
    points = sorted({(point.x, point.y) for point in _places(roads, communities)})
    return tuple(
        Spot(id=f"S-bus-{n}", kind=SpotKind.BUS_STOP, point=Point(x, y), of="", tags=tags_of(status="proposed"))
        for n, (x, y) in enumerate(points, start=first_number)
    )


def _places(roads: Sequence[Way], communities: Sequence[Community]) -> Iterator[Point]:
    for road in roads:
        for community in communities:
            front = shapely.intersection(community.outline.exterior, road.outline.buffer(TOUCH_M))
            if front.length > SPACING_M / 2.0:
                along = sorted(road.centre.project(Point(at)) for at in shapely.get_coordinates(front))
                yield from _beside(road, along[0], along[-1], community)


def _beside(road: Way, start_m: float, end_m: float, community: Community) -> Iterator[Point]:
    """Places in the middle of the footway on the community's side, evenly over its front."""
    count = max(round((end_m - start_m) / SPACING_M), 1)
    off = road.carriageway_m / 2.0 + road.footway_m / 2.0
    for n in range(count):
        at = start_m + (end_m - start_m) * (n + 0.5) / count
        yield snap_point(_aside(road.centre, at, off, community))


def _aside(line: LineString, at_m: float, off_m: float, community: Community) -> Point:
    a, b = (np.asarray(line.coords[n]) for n in (0, -1))
    along = (b - a) / np.hypot(*(b - a))
    foot = np.asarray(line.interpolate(at_m).coords[0])
    sides = [Point(foot + off_m * turn * np.array([-along[1], along[0]])) for turn in (1.0, -1.0)]
    return min(sides, key=lambda point: (round(point.distance(community.outline), 3), point.x, point.y))
