"""Where things stand to one another: boxes, sides, and how one thing is brought so near to another."""

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise
from random import Random
from typing import NamedTuple, TypeVar

from shapely import STRtree
from shapely.geometry import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry
from shapely.ops import nearest_points, unary_union

from benchmarks.faults.builders import box_at
from benchmarks.faults.drawing import Edit, NoPlaceError
from benchmarks.faults.thing import At, Thing

Some = TypeVar("Some")


class Side(NamedTuple):
    """A straight side of an outline: from a corner along a unit vector, and which way is outside."""

    start: At
    along: At
    length: float
    out: At

    def at(self, along_m: float, out_m: float) -> At:
        """Point so far along the side and so far before it."""
        (x, y), (ux, uy), (ox, oy) = self.start, self.along, self.out
        return x + ux * along_m + ox * out_m, y + uy * along_m + oy * out_m

    def box(self, along: tuple[float, float], out: tuple[float, float]) -> list[At]:
        """Corners of a box before the side: from … to along it, from … to before it."""
        return [self.at(along[0], out[0]), self.at(along[1], out[0]), self.at(along[1], out[1]), self.at(along[0], out[1])]


def sides_of(outline: Polygon) -> list[Side]:
    """Straight sides of an outline, the longest first."""
    ring = list(outline.exterior.coords) if outline.exterior.is_ccw else list(outline.exterior.coords)[::-1]
    found = []
    for a, b in pairwise(ring):
        length = math.hypot(b[0] - a[0], b[1] - a[1])
        if length > 0.0:
            ux, uy = (b[0] - a[0]) / length, (b[1] - a[1]) / length
            found.append(Side((a[0], a[1]), (ux, uy), length, (uy, -ux)))
    return sorted(found, key=lambda side: -side.length)


def long_sides(outline: Polygon) -> list[Side]:
    """The two long sides of the least rectangle about an outline."""
    return sides_of(Polygon(outline.minimum_rotated_rectangle))[:2]


def side_toward(outline: Polygon, place: BaseGeometry) -> Side:
    """The side of an outline that lies nearest to a place, by its middle."""
    sides = [side for side in sides_of(outline) if side.length > 2.0]
    return min(sides, key=lambda side: Point(side.at(side.length / 2.0, 0.0)).distance(place))


def side_of_door(outline: Polygon, door: Thing) -> tuple[Side, float]:
    """The side in which a door stands, and how far along it."""
    side = min(sides_of(outline), key=lambda one: LineString([one.start, one.at(one.length, 0.0)]).distance(Point(door.at)))
    (x, y), (ux, uy) = side.start, side.along
    return side, (door.at[0] - x) * ux + (door.at[1] - y) * uy


def gap(one: Thing, other: Thing) -> float:
    """Clear distance of two things [m]."""
    return float(one.place.distance(other.place))


def step_to(one: Thing, other: Thing, clear_m: float) -> At:
    """How far one thing must be moved, straight, to stand so far from another."""
    a, b = nearest_points(one.place, other.place)
    way = a.distance(b)
    if way <= 0.0:
        raise NoPlaceError(f"{one.id} touches {other.id}")
    share = (way - clear_m) / way
    return (b.x - a.x) * share, (b.y - a.y) * share


def stretch(one: Thing, along: At, by_m: float) -> None:
    """Draw those corners of an outline that lie farthest in a direction out by so much."""
    reach = [x * along[0] + y * along[1] for x, y in one.points]
    far = max(reach) - 0.5
    one.reshape(
        (x + along[0] * by_m, y + along[1] * by_m) if run >= far else (x, y)
        for (x, y), run in zip(one.points, reach, strict=True)
    )


def stretch_to(one: Thing, other: Thing, clear_m: float) -> None:
    """Draw one outline out toward another thing until it stands so far from it."""
    dx, dy = step_to(one, other, clear_m)
    by = math.hypot(dx, dy)
    stretch(one, (dx / by, dy / by), by)


def lengthwise(outline: Polygon, start_m: float, end_m: float) -> list[At]:
    """The piece of a rectangle from … to … along its long side."""
    side = long_sides(outline)[0]
    deep = outline.area / side.length
    return [side.at(start_m, 0.0), side.at(end_m, 0.0), side.at(end_m, -deep), side.at(start_m, -deep)]


def crosswise(outline: Polygon, deep_m: float) -> list[At]:
    """A rectangle made so deep, its one long side left where it is."""
    side = long_sides(outline)[0]
    return [side.at(0.0, 0.0), side.at(side.length, 0.0), side.at(side.length, -deep_m), side.at(0.0, -deep_m)]


def near(edit: Edit, place: BaseGeometry, reach_m: float, *roles: str) -> list[Thing]:
    """Things of some roles within reach of a place."""
    return [one for one in edit.things(*roles) if one.place.distance(place) <= reach_m]


def nearest(one: Thing, others: Iterable[Thing]) -> Thing:
    """The thing that stands nearest to one.

    Raises
    ------
    NoPlaceError
        If there is no other.
    """
    found = [other for other in others if other is not one]
    if not found:
        raise NoPlaceError(f"nothing beside {one.id}")
    return min(found, key=lambda other: (gap(one, other), other.id))


def shuffled(rng: Random, things: Sequence[Some]) -> list[Some]:
    """The same in an order of chance."""
    return rng.sample(list(things), len(things))


def whole(things: Iterable[Thing]) -> BaseGeometry:
    """All places of some things as one."""
    return unary_union([one.place for one in things])


def free_box(edit: Edit, rng: Random, wide: float, deep: float, *taken: BaseGeometry) -> Polygon:
    """A box somewhere on the site, clear of some places.

    Raises
    ------
    NoPlaceError
        If none is found.
    """
    site = edit.site
    x0, y0, x1, y1 = site.bounds
    tree = STRtree([one for one in taken if not one.is_empty])
    places = [(x, y) for x in range(int(x0), int(x1), 4) for y in range(int(y0), int(y1), 4)]
    for x, y in shuffled(rng, places):
        for one in (Polygon(box_at((x, y), wide, deep)), Polygon(box_at((x, y), deep, wide))):
            if site.contains(one) and not len(tree.query(one, predicate="intersects")):
                return one
    raise NoPlaceError(f"no free place of {wide:g} by {deep:g} m")
