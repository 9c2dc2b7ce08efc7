"""Ways as they are drawn, outline and centre line of one id: which are fire lanes, and how they are changed together."""

from collections.abc import Iterable, Sequence
from random import Random

from shapely.geometry import LineString, Polygon
from shapely.geometry.base import BaseGeometry
from shapely.ops import substring

from benchmarks.faults.builders import box_at
from benchmarks.faults.drawing import Edit, NoPlaceError
from benchmarks.faults.placing import shuffled
from benchmarks.faults.thing import At, Thing

MOTOR = ("street", "attached", "main", "access")
STALL_M = (2.5, 5.3)  # as drawn: wide, deep


def motor_ways(edit: Edit) -> list[Thing]:
    """Outlines of all that cars drive on."""
    return edit.things(*(f"way.{kind}" for kind in MOTOR))


def fire_lanes(edit: Edit) -> list[Thing]:
    """Outlines of the ways whose labels say that they are fire lanes.

    Raises
    ------
    NoPlaceError
        If there is none.
    """
    found = [one for one in edit.things("way.") if one.value("fire") == "yes"]
    if not found:
        raise NoPlaceError("no fire lane")
    return found


def centre_of(edit: Edit, way: Thing) -> Thing:
    """Centre line of a way."""
    return edit.thing(way.role.replace("way.", "centre."), way.id)


def take_away(edit: Edit, ways: Iterable[Thing]) -> None:
    """Take ways off the drawing, centre lines and all."""
    for way in list(ways):
        edit.delete(centre_of(edit, way), way)


def make_footpaths(edit: Edit, ways: Iterable[Thing]) -> None:
    """Put ways on the layer of the footpaths, no fire lane any more."""
    for way in list(ways):
        centre = centre_of(edit, way)
        edit.retype(centre, "centre.footpath")
        edit.retype(way, "way.footpath")
        way.set("fire", "no")


def band(line: LineString, width_m: float) -> list[At]:
    """Corners of the band of a width about a line."""
    outline = line.buffer(width_m / 2.0, cap_style="flat", join_style="mitre")
    if not isinstance(outline, Polygon) or outline.interiors:
        raise NoPlaceError("a line that crosses itself")
    return [(x, y) for x, y in outline.exterior.coords[:-1]]


def width_of(edit: Edit, way: Thing) -> float:
    """Width of a way: its area over the length of its centre line [m]."""
    return way.polygon.area / centre_of(edit, way).line.length


def set_width(edit: Edit, way: Thing, width_m: float) -> None:
    """Draw a way so wide about its centre line."""
    way.reshape(band(centre_of(edit, way).line, width_m))


def cut_back(edit: Edit, way: Thing, start_m: float, end_m: float, width_m: float) -> LineString:
    """Draw a way shorter at its ends; what is left of its centre line."""
    centre = centre_of(edit, way)
    left = substring(centre.line, start_m, centre.line.length - end_m)
    if not isinstance(left, LineString) or left.length < 1.0:
        raise NoPlaceError(f"{way.id} is too short to be cut back")
    centre.reshape([(x, y) for x, y in left.coords])
    way.reshape(band(left, width_m))
    return left


def add_way(edit: Edit, kind: str, name: str, points: Sequence[At], width_m: float, words: Iterable[str] = ()) -> Thing:
    """Draw a new way, outline and centre line."""
    edit.add(f"centre.{kind}", name, points)
    facts = [f"carriageway={width_m:g}", "fire=yes", "footway=0.0", *words]
    return edit.add(f"way.{kind}", name, band(LineString(points), width_m), facts)


def add_stall(edit: Edit, number: int, corners: Sequence[At], words: Iterable[str] = ("ev=reserved", "use=visitor")) -> Thing:
    """Draw a new stall."""
    return edit.add("stall.car", f"P-x{number:04d}", corners, words)


def park_on(edit: Edit, way: Thing, along_m: float = 0.5) -> Thing:
    """Park a car lying along a way at a share of its length."""
    line = centre_of(edit, way).line
    at = line.interpolate(along_m, normalized=True)
    a, b = (
        line.interpolate(max(along_m - 0.05, 0.0), normalized=True),
        line.interpolate(min(along_m + 0.05, 1.0), normalized=True),
    )
    share = STALL_M[1] / 2.0 / a.distance(b)
    dx, dy = (b.x - a.x) * share, (b.y - a.y) * share
    corners = band(LineString([(at.x - dx, at.y - dy), (at.x + dx, at.y + dy)]), STALL_M[0])
    return add_stall(edit, len(edit.things("stall.")), corners)


def park_along(edit: Edit, line: LineString, side: BaseGeometry, start: int = 0) -> list[Thing]:
    """Park cars one behind the other on a line, as far as they stand within a place."""
    found, at, number = [], 0.0, start
    while at + STALL_M[1] <= line.length:
        run = substring(line, at, at + STALL_M[1])
        corners = band(LineString([run.coords[0], run.coords[-1]]), STALL_M[0])
        if Polygon(corners).intersects(side):
            found.append(add_stall(edit, 5000 + number, corners))
            number += 1
        at += STALL_M[1] + 0.2
    return found


def city_edges(edit: Edit) -> list[Thing]:
    """Edges of the site along a road of the city."""
    return [one for one in edit.things("edge") if one.value("road") not in ("", "none")]


def any_fire_lane(edit: Edit, rng: Random, *kinds: str) -> Thing:
    """A fire lane of chance, of some kinds."""
    found = [one for one in fire_lanes(edit) if not kinds or one.role.removeprefix("way.") in kinds]
    if not found:
        raise NoPlaceError(f"no fire lane that is {' or '.join(kinds)}")
    return shuffled(rng, found)[0]


def field_of_stalls(edit: Edit, corner: At, rows: int, columns: int, start: int = 0) -> list[Thing]:
    """A field of stalls side by side, rows back to back."""
    wide, deep = STALL_M
    return [
        add_stall(
            edit,
            start + row * columns + column,
            box_at((corner[0] + (column + 0.5) * wide, corner[1] + (row + 0.5) * deep), wide, deep),
        )
        for row in range(rows)
        for column in range(columns)
    ]
