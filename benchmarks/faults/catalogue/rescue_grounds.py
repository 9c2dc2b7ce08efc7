"""Faults of where rescue grounds lie and how large they are: too far, too near, too small, too short, in pieces."""

from random import Random

from benchmarks.faults.drawing import Edit
from benchmarks.faults.fault import Breach, above, below
from benchmarks.faults.placing import (
    crosswise,
    gap,
    lengthwise,
    long_sides,
    step_to,
    stretch,
)
from benchmarks.faults.rescue import FAR_M, GROUND, HOME, NEAR_M, face_of, only_pair, served_pair, sides_m
from benchmarks.faults.thing import Thing
from benchmarks.faults.ways import ways_to_break

LONG_M, LONG_TALL_M, SHORT_M = 15.0, 20.0, 10.0
SPLIT_M = 30.0
TALL_M = 50.0


# how far
def ground_moved_away(edit: Edit, rng: Random) -> Breach:
    ground, home = served_pair(edit, rng)
    ground.move(*step_to(ground, home, 11.5))
    return above("from a home to its rescue ground", gap(ground, home), FAR_M, ground.id)


def ground_moved_near(edit: Edit, rng: Random) -> Breach:
    ground, home = served_pair(edit, rng)
    ground.move(*step_to(ground, home, 3.5))
    return below("from a home to its rescue ground", gap(ground, home), NEAR_M, ground.id)


def home_moved_away(edit: Edit, rng: Random) -> Breach:
    ground, home = served_pair(edit, rng)
    edit.move_building(home, *step_to(home, ground, 13.0))
    return above("from a home to its rescue ground", gap(ground, home), FAR_M, ground.id)


def slab_south(edit: Edit, rng: Random) -> Breach:
    """The slab moved by 2 m toward its ground, wherever that lies."""
    ground, home = served_pair(edit, rng)
    edit.move_building(home, *step_to(home, ground, gap(home, ground) - 2.0))
    return below("from a home to its rescue ground", gap(ground, home), NEAR_M, ground.id)


def ground_of_another(edit: Edit, rng: Random) -> Breach:
    ground, home = served_pair(edit, rng)
    homes = [one for one in edit.some(HOME) if one is not home and one.heights[1] > 27.0]
    other = max(homes, key=lambda one: gap(ground, one))
    ground.set("of", other.id)
    return above("from the home that the label names to its rescue ground", gap(ground, other), FAR_M, ground.id)


# size
def ground_narrow(edit: Edit, rng: Random) -> Breach:
    ground, _ = served_pair(edit, rng)
    ground.reshape(crosswise(ground.polygon, 8.0))
    return below("depth of a rescue ground", sides_m(ground)[1], SHORT_M, ground.id)


def ground_short(edit: Edit, rng: Random) -> Breach:
    ground, _ = served_pair(edit, rng)
    ground.reshape(lengthwise(ground.polygon, 0.0, 13.0))
    return below("length of a rescue ground", sides_m(ground)[0], LONG_M, ground.id)


def ground_short_for_a_tower(edit: Edit, rng: Random) -> Breach:
    ground, home = served_pair(edit, rng)
    ground.reshape(lengthwise(ground.polygon, 0.0, 18.0))
    home.set_heights(61.5, 60.0, 61.8)
    return below("length of the rescue ground of a home above 50 m", sides_m(ground)[0], LONG_TALL_M, ground.id)


def ground_notched(edit: Edit, rng: Random) -> Breach:
    """A bed cut into the ground along nearly all its length: what is left is too narrow."""
    ground, _ = served_pair(edit, rng)
    side = long_sides(ground.polygon)[0]
    deep = ground.polygon.area / side.length
    a, b, c, d = side.at(0.0, 0.0), side.at(side.length, 0.0), side.at(side.length, -deep), side.at(0.0, -deep)
    ground.reshape(
        [a, side.at(1.0, 0.0), side.at(1.0, -4.0), side.at(side.length - 1.0, -4.0), side.at(side.length - 1.0, 0.0), b, c, d]
    )
    return below("depth of a rescue ground beside a bed", deep - 4.0, SHORT_M, ground.id)


def all_grounds_dropped(edit: Edit, _: Random) -> Breach:
    edit.delete(*edit.some(GROUND))
    return below("rescue grounds of a site with high-rises", float(len(edit.things(GROUND))), 1.0)


# length before the house
def _share(ground: Thing, home: Thing) -> float:
    """Length of the ground along the side that it faces, over what is asked."""
    side = face_of(ground, home)
    runs = [(x - side.start[0]) * side.along[0] + (y - side.start[1]) * side.along[1] for x, y in ground.points]
    found = min(max(runs), side.length) - max(min(runs), 0.0)
    return found / max(long_sides(home.polygon)[0].length, home.polygon.length / 4.0)


def ground_half(edit: Edit, rng: Random) -> Breach:
    ground, home = only_pair(edit, rng)
    ground.reshape(lengthwise(ground.polygon, 0.0, sides_m(ground)[0] * 0.6))
    return below("rescue ground before a home over its long side", _share(ground, home), 1.0, home.id)


def home_longer_than_its_ground(edit: Edit, rng: Random) -> Breach:
    ground, home = only_pair(edit, rng)
    side = face_of(ground, home)
    stretch(home, side.along, 6.0)
    return below("rescue ground before a home over its long side", _share(ground, home), 1.0, home.id)


def ground_shifted(edit: Edit, rng: Random) -> Breach:
    ground, home = only_pair(edit, rng)
    side = face_of(ground, home)
    ground.move(side.along[0] * 12.0, side.along[1] * 12.0)
    return below("rescue ground before a home over its long side", _share(ground, home), 1.0, home.id)


def ground_dropped(edit: Edit, rng: Random) -> Breach:
    ground, home = only_pair(edit, rng)
    edit.delete(ground)
    left = [one for one in edit.things(GROUND) if gap(one, home) <= FAR_M]
    return below("rescue grounds about a high-rise", float(len(left)), 1.0, home.id)


# in pieces
def _halved(edit: Edit, ground: Thing, ends: tuple[float, float, float, float]) -> Thing:
    """Two pieces of a ground, from … to, from … to along it."""
    outline = ground.polygon
    second = edit.add(GROUND, f"{ground.id}b", lengthwise(outline, ends[2], ends[3]), ground.words[2:])
    ground.reshape(lengthwise(outline, ends[0], ends[1]))
    return second


def tower_ground_cut_by_a_path(edit: Edit, rng: Random) -> Breach:
    ground, home = only_pair(edit, rng)
    long, _ = sides_m(ground)
    home.set_heights(61.5, 60.0, 61.8)
    second = _halved(edit, ground, (0.0, long / 2.0 - 1.5, long / 2.0 + 1.5, long))
    return above("between two pieces of the rescue ground of a home above 50 m", gap(ground, second), 0.0, home.id)


def tower_over_a_split_ground(edit: Edit, rng: Random) -> Breach:
    ground, home = only_pair(edit, rng)
    long, _ = sides_m(ground)
    second = _halved(edit, ground, (0.0, long * 0.4, long * 0.6, long))
    home.set_heights(52.5, 51.0, 52.8)
    return above("between two pieces of the rescue ground of a home above 50 m", gap(ground, second), 0.0, home.id)


def pieces_far_apart(edit: Edit, rng: Random) -> Breach:
    """A slab of 80 m with a piece of ground before each end."""
    ground, home = only_pair(edit, rng)
    side = face_of(ground, home)
    stretch(home, side.along, 80.0 - side.length)
    side = face_of(ground, home)
    out = gap(ground, home)
    ground.reshape(side.box((0.0, 16.0), (out, out + 10.0)))
    second = edit.add(GROUND, f"{ground.id}b", side.box((64.0, 80.0), (out, out + 10.0)), ground.words[2:])
    return above("between two pieces of a rescue ground", gap(ground, second), SPLIT_M, home.id)


FAULTS = (
    *ways_to_break(
        "fire.ground_distance",
        ("FIRE-20.max",),
        {
            "a rescue ground moved to 11.5 m from its home": ground_moved_away,
            "a home moved to 13 m from its rescue ground": home_moved_away,
            "a rescue ground labelled as of a home far away": ground_of_another,
        },
    ),
    *ways_to_break(
        "fire.ground_distance",
        ("FIRE-20.min",),
        {
            "a rescue ground moved to 3.5 m from its home": ground_moved_near,
            "a slab moved by 2 m toward its rescue ground": slab_south,
        },
    ),
    *ways_to_break(
        "fire.ground_size",
        ("FIRE-19.short",),
        {"a rescue ground 8 m deep": ground_narrow, "a bed cut into a rescue ground": ground_notched},
    ),
    *ways_to_break(
        "fire.ground_size",
        ("FIRE-19.long",),
        {
            "a rescue ground 13 m long": ground_short,
            "a rescue ground of 18 m before a home of 60 m": ground_short_for_a_tower,
            "every rescue ground dropped": all_grounds_dropped,
        },
    ),
    *ways_to_break(
        "fire.ground_length",
        ("FIRE-18",),
        {
            "a rescue ground along six tenths of its home": ground_half,
            "a home drawn out beyond its rescue ground": home_longer_than_its_ground,
            "a rescue ground shifted along by 12 m": ground_shifted,
            "the rescue ground of a home dropped": ground_dropped,
        },
    ),
    *ways_to_break(
        "fire.ground_split",
        ("FIRE-23",),
        {
            "a path cut through the rescue ground of a home of 60 m": tower_ground_cut_by_a_path,
            "a home raised above 50 m over a rescue ground in two pieces": tower_over_a_split_ground,
            "pieces of a rescue ground more than 30 m apart": pieces_far_apart,
        },
    ),
)
