"""Faults of the sun on playrooms and neighbours, summed by the planter's own rays (sun.playroom_hours, .neighbour_hours)."""

from collections.abc import Callable
from random import Random

from shapely.geometry import LineString

from benchmarks.faults.builders import add_building, box, pick, restack
from benchmarks.faults.catalogue.sun import DOUBT_H, HOURS, darkest, require_two_hours, wall_before
from benchmarks.faults.drawing import Edit, NoPlaceError
from benchmarks.faults.fault import Breach, Plant, below, unlike
from benchmarks.faults.sun_sums import GREAT_COLD, SOLSTICE, Scene, scene_of, window_hours
from benchmarks.faults.thing import Thing
from benchmarks.faults.ways import ways_to_break

PLAYROOM_H = 3.0  # figures D.11, on the winter solstice


def _kindergarten(edit: Edit) -> Thing:
    return edit.some("building.kindergarten")[0]


def _playrooms(edit: Edit, says: str) -> Breach:
    """The darkest playroom.

    Raises
    ------
    NoPlaceError
        If the sun of all suffices.
    """
    house = _kindergarten(edit)
    hours, _, room = darkest(edit, [house], SOLSTICE)
    return below(f"{says}: sun of {room} [h]", hours, PLAYROOM_H - DOUBT_H, house.id)


def slab_south_of_the_kindergarten(storeys: int, gap_m: float) -> Plant:
    """Build a slab south of the kindergarten."""

    def plant(edit: Edit, _: Random) -> Breach:
        wall_before(edit, _kindergarten(edit), storeys, gap_m)
        return _playrooms(edit, f"{storeys} storeys {gap_m:g} m south")

    return plant


def _north_wall(house: Thing, x: float, from_y: float) -> float:
    """Where the line north from a place inside leaves a building at last.

    Raises
    ------
    NoPlaceError
        If it meets no wall.
    """
    wall = house.polygon.exterior.intersection(LineString([(x, from_y), (x, house.polygon.bounds[3] + 5.0)]))
    spots = [spot.bounds[3] for spot in getattr(wall, "geoms", [wall]) if not spot.is_empty]
    if not spots:
        raise NoPlaceError("no north wall behind a playroom")
    return max(spots)


def playrooms_look_north(edit: Edit, _: Random) -> Breach:
    """Put the playrooms' windows on the north side, the way an architect turns a plan round."""
    house = _kindergarten(edit)
    middle = house.polygon.centroid
    for window in edit.of(house.id, "building", "window"):
        ends = sorted((window.points[0][0], window.points[-1][0]), reverse=True)  # outside is on the right of the line
        window.reshape([(x, _north_wall(house, x, middle.y)) for x in ends])
    return _playrooms(edit, "windows on the north side")


def playroom_windows_gone(edit: Edit, _: Random) -> Breach:
    """Take the playrooms' windows away."""
    house = _kindergarten(edit)
    edit.delete(*edit.of(house.id, "building", "window"))
    return unlike("playroom windows drawn", str(len(edit.of(house.id, "building", "window"))), "one a class")


def _of_line(edit: Edit, line: Thing, scene: Scene) -> float:
    """Least hours of windows of 1.5 m along a protected line, summed at a few of them. [h]"""
    length = line.line.length
    hours = []
    for share in (0.1, 0.3, 0.5, 0.7, 0.9):
        at = share * length
        ends = [line.line.interpolate(at - 0.75), line.line.interpolate(at + 0.75)]
        probe = _Probe([(end.x, end.y) for end in ends], line.value("sill"))
        hours.append(window_hours(probe, scene, GREAT_COLD, edit.number("latitude")))
    return min(hours)


class _Probe(Thing):
    """A window where none is drawn: two ends and a sill."""

    __slots__ = ("ends", "sill")

    def __init__(self, ends: list[tuple[float, float]], sill: str) -> None:
        self.ends, self.sill = ends, sill

    @property
    def points(self) -> list[tuple[float, float]]:
        return self.ends

    def value(self, key: str) -> str:
        return self.sill if key == "sill" else ""


def neighbours_shaded(change: Callable[[Edit, Thing, Random], None]) -> Plant:
    """Take the sun of the protected windows in the north."""

    def plant(edit: Edit, rng: Random) -> Breach:
        require_two_hours(edit)
        line = pick(edit, rng, "neighbour_window")
        around = Scene([(one.polygon, float(one.value("height") or "0")) for one in edit.things("context")])
        before = _of_line(edit, line, around)
        change(edit, line, rng)
        after = _of_line(edit, line, scene_of(edit))
        return below(f"sun of the neighbours at {line.id} [h]", after, min(before, HOURS) - DOUBT_H, line.id)

    return plant


def _northern(edit: Edit) -> list[Thing]:
    return sorted(edit.some("building.dwelling"), key=lambda home: -home.polygon.bounds[3])


def _raise_northern(edit: Edit, _: Thing, __: Random) -> None:
    for home in _northern(edit)[:6]:
        restack(home, 30)


def _wall_along(edit: Edit, line: Thing, _: Random) -> None:
    x0, y0, x1, _ = line.line.bounds
    add_building(edit, "wall-north", box(x0, y0 - 40.0, x1 - x0, 12.0), 14)


def _northern_moved_up(edit: Edit, line: Thing, _: Random) -> None:
    home = _northern(edit)[0]
    restack(home, 18)
    edit.move_building(home, 0.0, line.line.bounds[1] - 8.0 - home.polygon.bounds[3])


PLAYROOM = ("CRC-B02.sun", "SUN-JGJ39.playroom")


FAULTS = (
    *ways_to_break(
        "sun.playroom_hours",
        PLAYROOM,
        {
            "11 storeys south of the playrooms": slab_south_of_the_kindergarten(11, 15.0),
            "6 storeys close to the kindergarten": slab_south_of_the_kindergarten(6, 8.0),
            "playrooms that look north": playrooms_look_north,
        },
    ),
    *ways_to_break("sun.playroom_hours", PLAYROOM, {"playrooms without windows": playroom_windows_gone}, turns="blocked"),
    *ways_to_break(
        "sun.neighbour_hours",
        ("SUN-4.0.9.neighbours",),
        {
            "the northern row raised": neighbours_shaded(_raise_northern),
            "a wall along the neighbours": neighbours_shaded(_wall_along),
            "a tower before the neighbours": neighbours_shaded(_northern_moved_up),
        },
        drawings=("conditions",),
    ),
)
