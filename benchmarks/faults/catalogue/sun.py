"""Faults of the sun on homes, summed by the planter's own rays (sun.dwelling_hours, .elderly_hours, .every_point_hours)."""

from collections.abc import Callable
from random import Random

from benchmarks.faults.builders import add_building, box, pick, restack
from benchmarks.faults.drawing import Edit, NoPlaceError
from benchmarks.faults.fault import Breach, Fault, Plant, below, unlike
from benchmarks.faults.sun_sums import GREAT_COLD, SOLSTICE, STEP_MIN, Day, Scene, dwelling_hours, scene_of
from benchmarks.faults.thing import Thing
from benchmarks.faults.ways import ways_to_break

HOURS = 2.0  # figures D.7: zones I, II, III, VII, cities of half a million and more


ELDERLY_H = 2.0  # figures D.7, on the winter solstice


DOUBT_H = 3.0 * STEP_MIN / 60.0  # what the planter's steps may be off


REACH_M = 120.0


def require_two_hours(edit: Edit) -> None:
    if edit.fact("climate_zone") not in ("I", "II", "III", "VII") or edit.fact("large_city") != "yes":
        raise NoPlaceError("another standard holds here than two hours on the great-cold day")


def _south_of(edit: Edit, one: Thing) -> list[Thing]:
    """Buildings south of one, the nearest first."""
    x0, y0, x1, _ = one.polygon.bounds
    others = [b for b in edit.things("building.") if b.id != one.id and b.polygon.bounds[3] <= y0 + 1.0]
    near = [b for b in others if b.polygon.bounds[0] < x1 and b.polygon.bounds[2] > x0]
    return sorted(near, key=lambda b: y0 - b.polygon.bounds[3])


def darkest(edit: Edit, homes: list[Thing], day: Day, scene: Scene | None = None) -> tuple[float, str, str]:
    """Least hours of the dwellings of some homes, with the home and the dwelling."""
    scene = scene or scene_of(edit)
    found = [(hours, home.id, name) for home in homes for name, hours in dwelling_hours(edit, home, scene, day).items()]
    return min(found, default=(99.0, "", ""))


def _dark(edit: Edit, home: Thing, says: str, day: Day = GREAT_COLD, asked: float = HOURS) -> Breach:
    hours, name, dwelling = darkest(edit, [home], day)
    return below(f"{says}: sun of {name} {dwelling} [h]", hours, asked - DOUBT_H, name)


def slab_moved_north(by_m: float) -> Plant:
    """Move a slab north toward the next row; where that takes the sun of a home behind it, it is planted."""

    def plant(edit: Edit, rng: Random) -> Breach:
        require_two_hours(edit)
        rows = [(home, south[0]) for home in edit.some("building.dwelling") if (south := _south_of(edit, home))]
        rng.shuffle(rows)
        # a close pair first: there the sun is scarce
        rows.sort(key=lambda pair: pair[0].polygon.distance(pair[1].polygon) / max(pair[1].heights[2], 1.0))
        for home, south in rows[:12]:
            room = home.polygon.distance(south.polygon) - 3.0
            if south.role != "building.dwelling" or room < by_m:
                continue
            edit.move_building(south, 0.0, by_m)
            if darkest(edit, [home], GREAT_COLD)[0] < HOURS - DOUBT_H:
                return _dark(edit, home, f"{south.id} moved {by_m:g} m north")
            edit.move_building(south, 0.0, -by_m)
        raise NoPlaceError(f"no home loses its sun by {by_m:g} m")

    return plant


def _shaded(edit: Edit, rng: Random) -> list[tuple[Thing, Thing]]:
    """Homes, each with the building next south of it."""
    pairs = [(home, south[0]) for home in edit.some("building.dwelling") if (south := _south_of(edit, home))]
    near = [pair for pair in pairs if pair[0].polygon.distance(pair[1].polygon) < 60.0]
    rng.shuffle(near)
    return near


def southern_row_raised(edit: Edit, rng: Random) -> Breach:
    """Raise the building before a home to twenty-six storeys."""
    require_two_hours(edit)
    for home, south in _shaded(edit, rng)[:8]:
        was = south.label.dxf.text
        restack(south, 26)
        if darkest(edit, [home], GREAT_COLD)[0] < HOURS - DOUBT_H:
            return _dark(edit, home, f"{south.id} raised")
        south.label.dxf.text = was
    raise NoPlaceError("no home loses its sun to a higher row")


def wall_before(
    edit: Edit, home: Thing, storeys: int, gap_m: float, role: str = "building.service", more_m: float = 25.0
) -> Thing:
    """Build a slab south of a building, longer than it on both sides."""
    x0, y0, x1, _ = home.polygon.bounds
    return add_building(edit, f"wall-{home.id}", box(x0 - more_m, y0 - gap_m - 12.0, x1 - x0 + 2 * more_m, 12.0), storeys, role)


def tower_before(edit: Edit, rng: Random) -> Breach:
    """Build a slab of ten storeys twelve metres south of a home."""
    require_two_hours(edit)
    home = pick(edit, rng, "building.dwelling")
    wall_before(edit, home, 10, 12.0)
    return _dark(edit, home, "a slab built before it")


def windows_gone(day_says: str, where: Callable[[Thing], bool] = lambda _: True) -> Plant:
    """Take the windows of a home away: the drawing no longer tells its sun."""

    def plant(edit: Edit, rng: Random) -> Breach:
        home = pick(edit, rng, "building.dwelling", where=where)
        if day_says:
            home.set("elderly", "yes")
        edit.delete(*edit.of(home.id, "building", "window"))
        return unlike(f"windows of {home.id}", str(len(edit.of(home.id, "building", "window"))), "one a dwelling", home.id)

    return plant


def elderly_in_the_shade(change: Callable[[Edit, Thing], None]) -> Plant:
    """Dwellings for the elderly that have less than two hours on the winter solstice."""

    def plant(edit: Edit, rng: Random) -> Breach:
        homes = [home for home in edit.some("building.dwelling") if _south_of(edit, home)]
        rng.shuffle(homes)
        for home in homes[:8]:
            change(edit, home)
            if darkest(edit, [home], SOLSTICE)[0] < ELDERLY_H - DOUBT_H:
                home.set("elderly", "yes")
                return _dark(edit, home, "for the elderly", SOLSTICE, ELDERLY_H)
        raise NoPlaceError("every home tried has two hours on the winter solstice")

    return plant


def _raise_south(edit: Edit, home: Thing) -> None:
    restack(_south_of(edit, home)[0], 24)


def _wall_south(edit: Edit, home: Thing) -> None:
    wall_before(edit, home, 8, 10.0)


def _as_it_is(_: Edit, __: Thing) -> None:
    return None


DWELLING = ("SUN-4.0.9",)


MARGIN = ("SUN-margin",)


def _lost_sun(measure: str, expects: tuple[str, ...], what: str) -> tuple[Fault, ...]:
    ways = {
        f"a slab moved north by 2 m ({what})": slab_moved_north(2.0),
        f"a slab moved north by 8 m ({what})": slab_moved_north(8.0),
        f"the row before a home raised ({what})": southern_row_raised,
        f"a slab built before a home ({what})": tower_before,
    }
    return ways_to_break(measure, expects, ways)


FAULTS = (
    *_lost_sun("sun.dwelling_hours", DWELLING, "homes"),
    *ways_to_break("sun.dwelling_hours", DWELLING, {"a home without windows": windows_gone("")}, turns="blocked"),
    *_lost_sun("sun.every_point_hours", MARGIN, "every point"),
    *ways_to_break(
        "sun.elderly_hours",
        ("SUN-4.0.9.elderly",),
        {
            "the elderly where the sun is short": elderly_in_the_shade(_as_it_is),
            "the elderly behind a tower": elderly_in_the_shade(_raise_south),
            "the elderly behind a new slab": elderly_in_the_shade(_wall_south),
        },
    ),
    *ways_to_break(
        "sun.elderly_hours", ("SUN-4.0.9.elderly",), {"the elderly without windows": windows_gone("elderly")}, turns="blocked"
    ),
)
