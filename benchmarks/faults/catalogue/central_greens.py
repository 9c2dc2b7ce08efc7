"""Faults of the green inside the blocks that all of a block share (central_green.*)."""

from collections.abc import Callable
from random import Random

from shapely.geometry import Point

from benchmarks.faults.builders import add_building, area_of, area_together, box, homes_of, inner, restack, scale, unit
from benchmarks.faults.drawing import Edit, NoPlaceError
from benchmarks.faults.fault import Breach, Plant, below
from benchmarks.faults.sun_sums import GREAT_COLD, lit_share, scene_of
from benchmarks.faults.thing import At, Thing
from benchmarks.faults.ways import ways_to_break

PER_PERSON_M2 = 0.5  # figures D.5: a new block has 0.50 m2 of central green a person
WIDTH_M = 8.0
SUN_SHARE, SUN_H = 1.0 / 3.0, 2.0  # a third outside the standard shadow line: two hours where D.7 asks two
GREEN, PLAY = "ground.central_green", "ground.play_ground"
RASTER = 8


def _block(edit: Edit, rng: Random) -> tuple[Thing, list[Thing]]:
    """A block with homes, and its central greens."""
    found = [(b, g) for b in edit.some("block") if homes_of(edit, b) and (g := _greens(edit, b))]
    if not found:
        raise NoPlaceError("no block with a central green")
    return rng.choice(found)


def _greens(edit: Edit, block: Thing) -> list[Thing]:
    return [one for one in edit.things(GREEN) if one.polygon.intersects(block.polygon)]


def _people(edit: Edit, block: Thing) -> float:
    return sum(home.dwellings for home in homes_of(edit, block)) * edit.number("household_size")


def per_person(change: Callable[[Edit, Thing, list[Thing]], None]) -> Plant:
    """Leave a block less central green a person; measured by the drawn outlines, less the stalls on them."""

    def plant(edit: Edit, rng: Random) -> Breach:
        block, greens = _block(edit, rng)
        change(edit, block, greens)
        stalls = [one.polygon for one in edit.things("stall.car") if one.id.startswith("XP-")]
        left = _greens(edit, block)
        area = area_together([one.polygon for one in left]) - area_together(stalls)
        return below(f"central green a person of {block.id} [m2]", area / _people(edit, block), PER_PERSON_M2, block.id)

    return plant


def _gone(edit: Edit, _: Thing, greens: list[Thing]) -> None:
    edit.delete(*greens)


def _plain_green(edit: Edit, _: Thing, greens: list[Thing]) -> None:
    for one in greens:
        edit.retype(one, "ground.green")


def _third(_: Edit, __: Thing, greens: list[Thing]) -> None:
    for one in greens:
        scale(one, 0.6, 0.6)


def _more_people(edit: Edit, block: Thing, _: list[Thing]) -> None:
    for home in homes_of(edit, block):
        home.set_dwellings(home.dwellings * 4)


def _stalls_upon(edit: Edit, block: Thing, greens: list[Thing]) -> None:
    number = 0
    for green in greens:
        x0, y0, x1, y1 = (int(v) for v in green.polygon.bounds)
        for x in range(x0, x1, 3):
            for y in range(y0, y1, 5):
                stall = edit.add(
                    "stall.car", f"XP-{number}", box(x, y, 2.9, 4.9), (f"block={block.id}", "ev=none", "use=resident")
                )
                number += 1
                if not green.polygon.contains(stall.polygon):
                    edit.delete(stall)


def narrow(change: Callable[[Edit, Thing, Thing], float]) -> Plant:
    """Make a block's only central green too narrow; ``change`` returns how wide it is at most. [m]"""

    def plant(edit: Edit, rng: Random) -> Breach:
        block, greens = _block(edit, rng)
        if len(greens) != 1:
            raise NoPlaceError("a block of several central greens")
        return below(f"width of the central green of {block.id} [m]", change(edit, block, greens[0]), WIDTH_M, block.id)

    return plant


def _strip(_: Edit, __: Thing, green: Thing) -> float:
    x, y = inner(green)
    half = area_of(green.points) / 7.0 / 2.0
    green.reshape(box(x - half, y - 3.5, 2.0 * half, 7.0))
    return 7.0


def _slender(_: Edit, __: Thing, green: Thing) -> float:
    x0, y0, x1, y1 = green.polygon.bounds
    factor = 6.0 / min(x1 - x0, y1 - y0)
    if factor >= 1.0:
        raise NoPlaceError("it is as narrow already")
    scale(green, factor if x1 - x0 < y1 - y0 else 1.0, factor if y1 - y0 <= x1 - x0 else 1.0)
    return 6.0


def _cut_by_halls(edit: Edit, block: Thing, green: Thing) -> float:
    """Kiosks all over it, five metres apart: between them no circle of eight metres finds room."""
    x0, y0, x1, y1 = (int(v) for v in green.polygon.bounds)
    number = 0
    for x in range(x0 - 6, x1 + 7, 6):
        for y in range(y0 - 6, y1 + 7, 6):
            if green.polygon.distance(Point(x, y)) < 4.5:
                add_building(edit, f"kiosk-{block.id}-{number}", box(x - 0.5, y - 0.5, 1.0, 1.0), 1)
                number += 1
    return 2.0 * (18.0**0.5 - 0.5)  # the farthest from the corners of four kiosks: half the diagonal of 6 x 6 m, less a kiosk


def play(change: Callable[[Edit, Thing, list[Thing], list[Thing]], None]) -> Plant:
    """Leave a block's central green without a play ground at it."""

    def plant(edit: Edit, rng: Random) -> Breach:
        block, greens = _block(edit, rng)
        grounds = [one for one in edit.things(PLAY) if block.polygon.covers(Point(inner(one)))]
        change(edit, block, greens, grounds)
        greens = _greens(edit, block)
        left = [
            one
            for one in edit.things(PLAY)
            if block.polygon.covers(Point(inner(one))) and any(one.polygon.distance(g.polygon) < 0.1 for g in greens)
        ]
        return below(f"play grounds at the central green of {block.id}", float(len(left)), 1.0, block.id)

    return plant


def _play_gone(edit: Edit, _: Thing, __: list[Thing], grounds: list[Thing]) -> None:
    edit.delete(*grounds)


def _play_paved(edit: Edit, _: Thing, __: list[Thing], grounds: list[Thing]) -> None:
    for one in grounds:
        edit.retype(one, "ground.paved")


def _play_elsewhere(edit: Edit, block: Thing, _: list[Thing], grounds: list[Thing]) -> None:
    for one in grounds:
        other = max(edit.some("block"), key=lambda land: land.polygon.distance(block.polygon))
        (x, y), (x1, y1) = inner(one), inner(other)
        one.move(round(x1 - x, 3), round(y1 - y, 3))


def _green_gone(edit: Edit, _: Thing, greens: list[Thing], __: list[Thing]) -> None:
    edit.delete(*greens)


def sun(change: Callable[[Edit, Thing, list[Thing]], None]) -> Plant:
    """Take the sun of a block's central green, summed on a raster of points inside its outline."""

    def plant(edit: Edit, rng: Random) -> Breach:
        if edit.fact("climate_zone") not in ("I", "II", "III", "VII") or edit.fact("large_city") != "yes":
            raise NoPlaceError("another shadow line holds here than two hours on the great-cold day")
        block, greens = _block(edit, rng)
        change(edit, block, greens)
        points = [point for one in greens for point in _raster(one)]
        share = lit_share(points, scene_of(edit), GREAT_COLD, SUN_H, edit.number("latitude"))
        return below(f"lit share of the central green of {block.id}", share, SUN_SHARE - 0.08, block.id)

    return plant


def _raster(one: Thing) -> list[At]:
    x0, y0, x1, y1 = one.polygon.bounds
    xs = [x0 + (x1 - x0) * (i + 0.5) / RASTER for i in range(RASTER)]
    ys = [y0 + (y1 - y0) * (i + 0.5) / RASTER for i in range(RASTER)]
    return [(x, y) for x in xs for y in ys if one.polygon.covers(Point(x, y))]


def _wall_south(edit: Edit, _: Thing, greens: list[Thing]) -> None:
    for one in greens:
        x0, y0, x1, _ = one.polygon.bounds
        add_building(edit, f"wall-{one.id}", box(x0 - 60.0, y0 - 16.0, x1 - x0 + 120.0, 12.0), 20)


def _all_raised(edit: Edit, block: Thing, greens: list[Thing]) -> None:
    middle = greens[0].polygon.centroid
    for home in edit.some("building.dwelling"):
        if home.polygon.distance(middle) < 150.0 and home.polygon.centroid.y < middle.y + 20.0:
            restack(home, 33)
            long = unit(home)[2]
            scale(home, 1.0 + 20.0 / long, 1.0)
            home.set_floor_area(home.polygon.area * 33)


def _court(edit: Edit, block: Thing, greens: list[Thing]) -> None:
    """Buildings of six storeys on three sides, as near as two metres."""
    for one in greens:
        x0, y0, x1, y1 = one.polygon.bounds
        sides = (box(x0 - 12.0, y0 - 12.0, x1 - x0 + 24.0, 10.0), box(x0 - 12.0, y0 - 2.0, 10.0, y1 - y0 + 4.0))
        for number, side in enumerate((*sides, box(x1 + 2.0, y0 - 2.0, 10.0, y1 - y0 + 4.0))):
            add_building(edit, f"court-{one.id}-{number}", side, 12)


FAULTS = (
    *ways_to_break(
        "central_green.per_person",
        ("GB180-4.0.7.area",),
        {
            "a block without central green": per_person(_gone),
            "a central green drawn as plain green": per_person(_plain_green),
            "a central green of a third": per_person(_third),
            "four times the dwellings round a central green": per_person(_more_people),
            "stalls upon a central green": per_person(_stalls_upon),
        },
    ),
    *ways_to_break(
        "central_green.width",
        ("GB180-4.0.7.width",),
        {
            "a central green as a strip of 7 m": narrow(_strip),
            "a central green pressed to 6 m": narrow(_slender),
            "a central green full of kiosks": narrow(_cut_by_halls),
        },
    ),
    *ways_to_break(
        "central_green.play_grounds",
        ("GB180-4.0.7.play", "GB180-B03.play"),
        {
            "no play ground at the central green": play(_play_gone),
            "a play ground that is paved": play(_play_paved),
            "a play ground in another block": play(_play_elsewhere),
            "a play ground without its central green": play(_green_gone),
        },
    ),
    *ways_to_break(
        "central_green.sun_share",
        ("GB180-4.0.7.sun.a",),
        {
            "a wall south of the central green": sun(_wall_south),
            "every home south of it raised to 33 storeys": sun(_all_raised),
            "buildings on three sides of the central green": sun(_court),
        },
    ),
)
