"""What many faults do alike: take away, shrink, relabel, put upon; each returns what a `Fault` plants."""

import math
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from random import Random

import shapely
from shapely.geometry import Point, Polygon
from shapely.geometry.base import BaseGeometry
from shapely.ops import nearest_points

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


def union(outlines: Iterable[BaseGeometry]) -> BaseGeometry:
    """What outlines cover together."""
    return shapely.union_all(list(outlines))


def area_together(outlines: Iterable[BaseGeometry]) -> float:
    """Area that outlines cover together [m²]."""
    return float(union(outlines).area)


def outside(outline: Polygon, land: BaseGeometry) -> float:
    """How far the farthest corner of an outline lies off a piece of land [m]."""
    return max(float(land.distance(Point(corner))) for corner in outline.exterior.coords)


def approach(one: Polygon, other: BaseGeometry, gap_m: float) -> At:
    """Shift that brings one straight up to the other, as near as the gap [m].

    Raises
    ------
    NoPlaceError
        If it stands as near already.
    """
    near, far = nearest_points(one, other)
    distance = near.distance(far)
    if distance <= gap_m:
        raise NoPlaceError(f"it stands {distance:.2f} m off already")
    share = (distance - gap_m) / distance
    return (round((far.x - near.x) * share, 3), round((far.y - near.y) * share, 3))


def unit(one: Thing) -> tuple[At, At, float, float]:
    """Direction of a building's long side and of its short side, and both lengths [m]."""
    ring = list(one.polygon.minimum_rotated_rectangle.exterior.coords)
    sides = sorted(((x2 - x1, y2 - y1) for (x1, y1), (x2, y2) in pairwise(ring[:3])), key=lambda side: math.hypot(*side))
    (sx, sy), (lx, ly) = sides
    short, long = math.hypot(sx, sy), math.hypot(lx, ly)
    return (lx / long, ly / long), (sx / short, sy / short), long, short


def stretch(one: Thing, along: At, factor: float) -> None:
    """Stretch an outline along one direction about its centroid; a building's floor area goes with it."""
    middle = one.polygon.centroid
    more = [((x - middle.x) * along[0] + (y - middle.y) * along[1]) * (factor - 1.0) for x, y in one.points]
    one.reshape([(x + add * along[0], y + add * along[1]) for (x, y), add in zip(one.points, more, strict=True)])
    if one.role.startswith("building."):
        one.set_floor_area(one.polygon.area * one.storeys)


def turn(one: Thing, degrees: float) -> None:
    """Turn an outline about its centroid."""
    middle = one.polygon.centroid
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    off = [(x - middle.x, y - middle.y) for x, y in one.points]
    one.reshape([(middle.x + x * cos - y * sin, middle.y + x * sin + y * cos) for x, y in off])


def add_building(edit: Edit, name: str, points: Sequence[At], storeys: int, role: str = "building.service") -> Thing:
    """Draw a building of no dwellings with a label true to it."""
    fire = storeys * 3.0
    area = area_of(points) * storeys
    words = (f"{storeys}F", f"H{fire + 1.5:.2f}/{fire:.2f}/{fire + 1.8:.2f}", f"{area:.2f}㎡", "phase=1", "rating=I")
    return edit.add(role, name, points, words)


def restack(building: Thing, storeys: int, storey_m: float = 3.0) -> None:
    """Give a building other storeys, its label true to them: heights and floor area with plinth and parapet as drawn."""
    fire = storeys * storey_m
    building.set_storeys(storeys)
    building.set_heights(fire + 1.5, fire, fire + 1.8)
    building.set_floor_area(building.polygon.area * storeys)


def grow(building: Thing, x: float, y: float) -> None:
    """Scale a building in plan, its floor area with it."""
    scale(building, x, y)
    building.set_floor_area(building.polygon.area * building.storeys)


def average_storeys(buildings: Sequence[Thing]) -> float:
    """Average storeys of buildings, by area."""
    return sum(one.polygon.area * one.storeys for one in buildings) / sum(one.polygon.area for one in buildings)


def homes_of(edit: Edit, block: Thing) -> list[Thing]:
    """Dwelling buildings of a block."""
    return edit.of(block.id, "block", "building.dwelling")


def housed_block(edit: Edit, rng: Random, where: Callable[[list[Thing]], bool] = lambda _: True) -> tuple[Thing, list[Thing]]:
    """One block by chance that has homes of the kind that is wanted, with these.

    Raises
    ------
    NoPlaceError
        If there is none.
    """
    housed = [(block, homes_of(edit, block)) for block in edit.some("block")]
    found = [(block, homes) for block, homes in housed if homes and where(homes)]
    if not found:
        raise NoPlaceError("no block with homes of the kind that is wanted")
    return rng.choice(found)


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
