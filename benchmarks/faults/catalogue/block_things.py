"""Faults of what must stand in each block (block.ground_area, .ground_words, .short_stops, .spots)."""

from collections.abc import Callable
from random import Random

from shapely.geometry import Point

from benchmarks.faults.builders import area_of, homes_of, inner, scale, shrink_to
from benchmarks.faults.catalogue.block_counts import out_of_band
from benchmarks.faults.drawing import Edit, NoPlaceError
from benchmarks.faults.fault import Breach, Fault, Plant, below, unlike
from benchmarks.faults.thing import Thing
from benchmarks.faults.ways import ways_to_break

PLAY_M2 = (170.0, 450.0)  # figures D.6: table B.0.3


def _inside(edit: Edit, block: Thing, *roles: str) -> list[Thing]:
    land = block.polygon
    return [one for one in edit.things(*roles) if land.covers(one.place.representative_point())]


def _block_with(edit: Edit, rng: Random, *roles: str, where: Callable[[Thing], bool] = lambda _: True) -> Thing:
    found = [b for b in edit.some("block") if homes_of(edit, b) and any(where(one) for one in _inside(edit, b, *roles))]
    if not found:
        raise NoPlaceError(f"no block with {' or '.join(roles)}")
    return rng.choice(found)


def play_ground(change: Callable[[Edit, Thing], None]) -> Plant:
    """Change a play ground that is of the size asked."""

    def plant(edit: Edit, rng: Random) -> Breach:
        def fits(one: Thing) -> bool:
            return PLAY_M2[0] <= area_of(one.points) <= PLAY_M2[1]

        block = _block_with(edit, rng, "ground.play_ground", where=fits)
        one = next(one for one in _inside(edit, block, "ground.play_ground") if fits(one))
        change(edit, one)
        areas = [area_of(other.points) for other in _inside(edit, block, "ground.play_ground")]
        return out_of_band("largest play ground", max(areas, default=0.0), PLAY_M2, block)

    return plant


def _of_size(area_m2: float) -> Callable[[Edit, Thing], None]:
    def change(_: Edit, one: Thing) -> None:
        factor = (area_m2 / area_of(one.points)) ** 0.5
        scale(one, factor, factor)

    return change


def _split(edit: Edit, one: Thing) -> None:
    """Two halves of half the size, as if a path lay between."""
    shrink_to(one, area_of(one.points) * 0.45)
    edit.copy(one, f"{one.id}x", 0.0, 3.0)


def words_gone(value: str | None) -> Plant:
    """Write other equipment on every play ground of a block."""

    def plant(edit: Edit, rng: Random) -> Breach:
        roles = ("ground.play_ground", "ground.activity_ground", "ground.sports_ground")
        block = _block_with(edit, rng, "ground.play_ground")
        for one in _inside(edit, block, *roles):
            one.set("equipment", value)
        said = {word for one in _inside(edit, block, *roles) for word in one.value("equipment").split(",")}
        found = "fitness" if "fitness" in said else ",".join(sorted(said)) or "nothing"
        return unlike(f"equipment in {block.id}", found, "fitness", block.id)

    return plant


def none_left(role: str, says: str, where: Callable[[Thing], bool], change: Callable[[Edit, Thing, Thing], None]) -> Plant:
    """Change everything of a kind in one block, so that none is left there."""

    def plant(edit: Edit, rng: Random) -> Breach:
        block = _block_with(edit, rng, role, where=where)
        near = block.polygon.buffer(2.0)
        for one in [one for one in edit.things(role) if where(one) and near.intersects(one.place)]:
            change(edit, block, one)
        left = [one for one in edit.things(role) if where(one) and near.intersects(one.place)]
        return below(f"{says} in {block.id}", float(len(left)), 1.0, block.id)

    return plant


def _gone(edit: Edit, _: Thing, one: Thing) -> None:
    edit.delete(one)


def _for_residents(_: Edit, __: Thing, one: Thing) -> None:
    one.set("use", "resident")


def _elsewhere(edit: Edit, block: Thing, one: Thing) -> None:
    other = max(edit.some("block"), key=lambda land: land.polygon.distance(block.polygon))
    here, there = Point(inner(block)), Point(inner(other))
    one.move(round(there.x - here.x, 3), round(there.y - here.y, 3))
    if any(one.place.intersects(stall.place) for stall in edit.things("stall.") if stall.id != one.id):
        raise NoPlaceError("no room for it there")


def _as(role: str) -> Callable[[Edit, Thing, Thing], None]:
    def change(edit: Edit, _: Thing, one: Thing) -> None:
        edit.retype(one, role)

    return change


def _any(_: Thing) -> bool:
    return True


def _of_visitors(one: Thing) -> bool:
    return one.value("use") == "visitor"


def _spots(role: str, word: str, clause: str, other: str) -> tuple[Fault, ...]:
    ways = {
        f"{word} of a block taken away": none_left(role, word, _any, _gone),
        f"{word} of a block put elsewhere": none_left(role, word, _any, _elsewhere),
        f"{word} of a block drawn as something else": none_left(role, word, _any, _as(other)),
    }
    return ways_to_break("block.spots", (clause,), ways)


FAULTS = (
    *ways_to_break(
        "block.ground_area",
        ("GB180-B03.play.land",),
        {
            "a play ground of 100 m2": play_ground(_of_size(100.0)),
            "a play ground of 600 m2": play_ground(_of_size(600.0)),
            "a block's play ground taken away": play_ground(lambda edit, one: edit.delete(one)),
            "a play ground in two halves": play_ground(_split),
        },
        drawings=("usual", "conditions"),
    ),
    *ways_to_break(
        "block.ground_words",
        ("GB180-B03.fitness",),
        {"a block without fitness apparatus": words_gone("play,seats"), "a block with seats alone": words_gone("seats")},
    ),
    *ways_to_break(
        "block.ground_words",
        ("GB180-B03.fitness",),
        {"a block whose grounds say nothing": words_gone(None)},
        turns="blocked",
    ),
    *ways_to_break(
        "block.short_stops",
        ("GB180-5.0.6.short",),
        {
            "visitors' stalls of a block taken away": none_left("stall.", "visitors' stalls", _of_visitors, _gone),
            "visitors' stalls of a block for residents": none_left("stall.", "visitors' stalls", _of_visitors, _for_residents),
            "visitors' stalls of a block put elsewhere": none_left("stall.", "visitors' stalls", _of_visitors, _elsewhere),
        },
    ),
    *_spots("spot.lockers", "lockers", "GB180-B03.mail", "spot.pedestrian_gate"),
    *_spots("spot.waste_point", "waste points", "GB180-B03.waste", "spot.lockers"),
)
