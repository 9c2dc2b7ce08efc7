"""Rescue grounds and the homes that they serve."""

from random import Random

from benchmarks.faults.builders import pick
from benchmarks.faults.drawing import Edit, NoPlaceError
from benchmarks.faults.placing import Side, gap, long_sides, shuffled, side_toward
from benchmarks.faults.thing import Thing

GROUND, HOME, DOOR = "ground.fire_ground", "building.dwelling", "spot.door"
NEAR_M, FAR_M = 5.0, 10.0  # from the wall, GB 55037 3.4.7


def served_pair(edit: Edit, rng: Random) -> tuple[Thing, Thing]:
    """A ground and the home that it serves."""
    ground = pick(edit, rng, GROUND, where=lambda one: one.value("of").startswith("K"))
    return ground, edit.named(ground.value("of"), "building.")


def only_pair(edit: Edit, rng: Random) -> tuple[Thing, Thing]:
    """The same of a home that has one ground, with no other within reach."""
    for ground in shuffled(rng, edit.some(GROUND)):
        home = edit.named(ground.value("of"), "building.")
        others = [one for one in edit.things(GROUND) if one is not ground and gap(one, home) <= FAR_M]
        if not others and home.role == HOME:
            return ground, home
    raise NoPlaceError("no home with a single ground about it")


def face_of(ground: Thing, home: Thing) -> Side:
    """The side of a home before which its ground lies."""
    return side_toward(home.polygon, ground.polygon)


def sides_m(ground: Thing) -> tuple[float, float]:
    long, *_ = long_sides(ground.polygon)
    return long.length, ground.polygon.area / long.length
