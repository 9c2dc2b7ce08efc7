"""What many faults do alike: take away, shrink, relabel, put upon; each returns what a `Fault` plants."""

import math
from collections.abc import Callable, Sequence
from random import Random

from shapely.geometry import Polygon

from benchmarks.faults.drawing import Edit, NoPlaceError
from benchmarks.faults.fault import Breach, Plant, above, below, unlike
from benchmarks.faults.thing import At, Thing


def area_of(points: Sequence[At]) -> float:
    """Area inside a ring by the shoelace sum [m²]."""
    turns = zip(points, [*points[1:], points[0]], strict=True)
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in turns)) / 2.0


def box(x: float, y: float, width: float, depth: float) -> list[At]:
    """Corners of a rectangle from its lower left one [m]."""
    return [(x, y), (x + width, y), (x + width, y + depth), (x, y + depth)]


def box_at(at: At, width: float, depth: float) -> list[At]:
    """Corners of a rectangle about its middle [m]."""
    return box(at[0] - width / 2, at[1] - depth / 2, width, depth)


def inner(one: Thing) -> At:
    """A point inside an outline."""
    spot = one.polygon.representative_point()
    return (spot.x, spot.y)


def scale(one: Thing, x: float, y: float) -> None:
    """Scale an outline about its centroid."""
    middle = one.polygon.centroid
    one.reshape([(middle.x + (px - middle.x) * x, middle.y + (py - middle.y) * y) for px, py in one.points])


def shrink_to(one: Thing, area_m2: float) -> float:
    """Scale an outline to an area; return the area that it has then [m²].

    Raises
    ------
    NoPlaceError
        If it is smaller already.
    """
    factor = math.sqrt(area_m2 / area_of(one.points))
    if factor >= 1.0:
        raise NoPlaceError(f"{one.id} is smaller already")
    scale(one, factor, factor)
    return area_of(one.points)


def put_upon(one: Thing, other: Thing) -> None:
    """Move one so that its first corner stands upon an inner point of the other."""
    x, y = inner(other)
    middle = one.place.representative_point()
    one.move(round(x - middle.x, 3), round(y - middle.y, 3))


def pick(edit: Edit, rng: Random, *roles: str, where: Callable[[Thing], bool] = lambda _: True) -> Thing:
    """One thing by chance.

    Raises
    ------
    NoPlaceError
        If there is none such.
    """
    found = [one for one in edit.some(*roles) if where(one)]
    if not found:
        raise NoPlaceError(f"no {' or '.join(roles)} of the kind that is wanted")
    return rng.choice(found)


def union_area(outlines: Sequence[Polygon]) -> float:
    """Area that outlines cover together [m²]."""
    whole = Polygon()
    for outline in outlines:
        whole = whole.union(outline)
    return float(whole.area)


# whole planters
def take_away(role: str, least: int = 1) -> Plant:
    """Take all things of a role off the drawing."""

    def plant(edit: Edit, _: Random) -> Breach:
        edit.delete(*edit.some(role))
        return below(f"no {role} is drawn", float(len(edit.things(role))), float(least))

    return plant


def relabel(role: str, key: str, value: str | None, asked: str) -> Plant:
    """Write another word into the label of every thing of a role; None takes it off."""

    def plant(edit: Edit, _: Random) -> Breach:
        for one in edit.some(role):
            one.set(key, value)
        return unlike(f"{key} of every {role}", value or "not said", asked)

    return plant


def shrink(role: str, to_m2: float, limit_m2: float) -> Plant:
    """Shrink every outline of a role to an area that is too small."""

    def plant(edit: Edit, _: Random) -> Breach:
        areas = [shrink_to(one, to_m2) for one in edit.some(role)]
        return below(f"the largest {role} [m2]", max(areas), limit_m2)

    return plant


def lift_fact(key: str, value: str, measured: float, limit: float) -> Plant:
    """Write another number as a fact, above what is allowed."""

    def plant(edit: Edit, _: Random) -> Breach:
        edit.set_fact(key, value)
        return above(f"{key}={value}", measured, limit)

    return plant
