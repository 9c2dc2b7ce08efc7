"""Faults of what rescue grounds are worth: behind a podium, too steep, without a door toward them, or taken."""

from random import Random

from shapely.geometry import LineString

from benchmarks.faults.builders import pick
from benchmarks.faults.drawing import Edit
from benchmarks.faults.fault import Breach, above, below, unlike
from benchmarks.faults.placing import Side, gap, long_sides, nearest, step_to, stretch
from benchmarks.faults.rescue import DOOR, GROUND, face_of, only_pair, served_pair, sides_m
from benchmarks.faults.roads import STALL_M, add_stall
from benchmarks.faults.thing import Thing
from benchmarks.faults.ways import ways_to_break

GRADE = 0.03  # GB 50016 7.2.2
PODIUM_M = 4.0  # GB 55037 3.4.7


# podium
def _put_between(edit: Edit, rng: Random, apart: float) -> tuple[Thing, Thing, Side]:
    ground, home = served_pair(edit, rng)
    ground.move(*step_to(ground, home, apart))
    side = face_of(ground, home)
    return ground, home, side


def podium(edit: Edit, rng: Random) -> Breach:
    ground, _, side = _put_between(edit, rng, 5.0)
    words = ["2F", "H9.30/8.10/9.30", "100.00㎡", f"block={ground.value('block')}", "rating=II"]
    edit.add("building.shops", "X-1", side.box((2.0, side.length - 2.0), (0.0, 4.6)), words)
    return above("depth of a podium before a rescue ground", 4.6, PODIUM_M, ground.id)


def loose_podium(edit: Edit, rng: Random) -> Breach:
    ground, _, side = _put_between(edit, rng, 9.0)
    words = ["1F", "H5.10/4.80/5.10", "60.00㎡", f"block={ground.value('block')}", "rating=II"]
    edit.add("building.utility", "X-1", side.box((4.0, 14.0), (2.0, 7.5)), words)
    return above("depth of a low house before a rescue ground", 5.5, PODIUM_M, ground.id)


def small_house_between(edit: Edit, rng: Random) -> Breach:
    ground, _, side = _put_between(edit, rng, 9.5)
    house = pick(edit, rng, "building.toilet", "building.waste_station", "building.utility")
    house.reshape(side.box((5.0, 12.0), (1.0, 7.0)))
    return above("depth of a house between a home and its rescue ground", 6.0, PODIUM_M, ground.id)


# grade
def steep_ground(edit: Edit, rng: Random) -> Breach:
    ground, _ = served_pair(edit, rng)
    ground.set("grade", "0.05")
    return above("grade of a rescue ground", float(ground.value("grade")), GRADE, ground.id)


def steep_site(edit: Edit, rng: Random) -> Breach:
    edit.set_fact("grade", "0.035")
    return above("grade of the site", edit.number("grade"), GRADE, pick(edit, rng, GROUND).id)


def grounds_a_little_steep(edit: Edit, _: Random) -> Breach:
    for ground in edit.some(GROUND):
        ground.set("grade", "0.031")
    ground = edit.some(GROUND)[-1]
    return above("grade of every rescue ground", float(ground.value("grade")), GRADE, ground.id)


# the door
def _faces(door: Thing, ground: Thing, home: Thing) -> float:
    """How far the straight way from a door to the ground leads through the house [m]."""
    spot = ground.polygon.centroid
    return float(LineString([door.at, (spot.x, spot.y)]).intersection(home.polygon).length)


def doors_on_the_other_side(edit: Edit, rng: Random) -> Breach:
    ground, home = only_pair(edit, rng)
    face = face_of(ground, home)
    deep = home.polygon.area / face.length
    doors = edit.of(home.id, "of", DOOR)
    for number, door in enumerate(doors):
        door.reshape([face.at(face.length * (number + 1) / (len(doors) + 1), -deep)])
    through = min(_faces(door, ground, home) for door in doors)
    return above("of the way from the nearest door to the rescue ground, through the house", through, 1.0, home.id)


def ground_behind(edit: Edit, rng: Random) -> Breach:
    ground, home = only_pair(edit, rng)
    face = face_of(ground, home)
    deep = home.polygon.area / face.length
    out = gap(ground, home) + sides_m(ground)[1] + deep + 6.0
    ground.move(-face.out[0] * out, -face.out[1] * out)
    doors = edit.of(home.id, "of", DOOR)
    through = min((_faces(door, ground, home) for door in doors), default=0.0)
    return above("of the way from the nearest door to the rescue ground, through the house", through, 1.0, home.id)


def home_without_doors(edit: Edit, rng: Random) -> Breach:
    _, home = served_pair(edit, rng)
    edit.delete(*edit.of(home.id, "of", DOOR))
    return below("doors of a high-rise", float(len(edit.of(home.id, "of", DOOR))), 1.0, home.id)


def ground_dropped_before_doors(edit: Edit, rng: Random) -> Breach:
    _, home = served_pair(edit, rng)
    edit.delete(*edit.of(home.id, "of", GROUND))
    return below("rescue grounds of a high-rise", float(len(edit.of(home.id, "of", GROUND))), 1.0, home.id)


# taken
def _taken(ground: Thing, thing: Thing) -> Breach:
    return above(f"m2 of {ground.id} under {thing.id}", ground.polygon.intersection(thing.polygon).area, 0.0, ground.id)


def under_stalls(edit: Edit, rng: Random) -> Breach:
    ground, _ = served_pair(edit, rng)
    side = long_sides(ground.polygon)[0]
    wide, deep = STALL_M
    stalls = [add_stall(edit, n, side.box((2.0 + n * wide, 2.0 + (n + 1) * wide), (-deep - 1.0, -1.0))) for n in range(5)]
    return _taken(ground, stalls[0])


def under_a_shed(edit: Edit, rng: Random) -> Breach:
    ground, _ = served_pair(edit, rng)
    shed = nearest(ground, edit.things("ground.bike_shed"))
    shed.reshape(long_sides(ground.polygon)[0].box((1.0, 13.0), (-2.0, 2.0)))
    return _taken(ground, shed)


def under_a_booth(edit: Edit, rng: Random) -> Breach:
    ground, _ = served_pair(edit, rng)
    booth = edit.add("ground.gatehouse", "G-x", long_sides(ground.polygon)[0].box((3.0, 5.0), (-4.0, -1.0)))
    return _taken(ground, booth)


def under_a_house(edit: Edit, rng: Random) -> Breach:
    ground, _ = served_pair(edit, rng)
    words = ["1F", "H4.50/4.20/4.50", "20.00㎡", f"block={ground.value('block')}", "rating=II"]
    house = edit.add("building.utility", "X-1", long_sides(ground.polygon)[0].box((3.0, 8.0), (-4.0, 0.0)), words)
    return _taken(ground, house)


def ramp_before_the_house(edit: Edit, rng: Random) -> Breach:
    ground, home = served_pair(edit, rng)
    side = face_of(ground, home)
    ramp = pick(edit, rng, "ground.ramp")
    ramp.reshape(side.box((2.0, 14.0), (0.5, 4.0)))
    between = ramp.polygon.area
    return above(f"m2 of a garage ramp between {home.id} and its rescue ground", between, 0.0, ground.id)


def slab_onto_its_ground(edit: Edit, rng: Random) -> Breach:
    ground, home = served_pair(edit, rng)
    face = face_of(ground, home)
    stretch(home, face.out, gap(ground, home) + 2.0)
    return unlike("what stands on a rescue ground", home.id if gap(ground, home) == 0.0 else "nothing", "nothing", ground.id)


FAULTS = (
    *ways_to_break(
        "fire.ground_podium",
        ("FIRE-22",),
        {
            "a podium of 4.6 m before a rescue ground": podium,
            "a low house of 5.5 m between home and rescue ground": loose_podium,
            "a small house moved between home and rescue ground": small_house_between,
        },
    ),
    *ways_to_break(
        "fire.ground_grade",
        ("FIRE-21",),
        {
            "a rescue ground of 5 %": steep_ground,
            "a site of 3.5 % whose rescue grounds say no grade": steep_site,
            "every rescue ground of 3.1 %": grounds_a_little_steep,
        },
    ),
    *ways_to_break(
        "fire.ground_door",
        ("FIRE-24",),
        {
            "all doors on the side away from the rescue ground": doors_on_the_other_side,
            "a rescue ground moved behind its home": ground_behind,
            "a high-rise whose doors are dropped": home_without_doors,
            "a high-rise whose rescue ground is dropped": ground_dropped_before_doors,
        },
    ),
    *ways_to_break(
        "fire.ground_free",
        ("FIRE-13",),
        {
            "a rescue ground under stalls": under_stalls,
            "a rescue ground under a bicycle shed": under_a_shed,
            "a rescue ground under a booth": under_a_booth,
            "a rescue ground under a plant room": under_a_house,
            "a garage ramp between a home and its rescue ground": ramp_before_the_house,
            "a slab drawn out onto its rescue ground": slab_onto_its_ground,
        },
    ),
)
