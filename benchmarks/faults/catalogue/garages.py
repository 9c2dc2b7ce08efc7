"""Faults of garages below ground: where they lie, how large they are, how many ramps they have."""

from random import Random

from shapely import union_all
from shapely.geometry import Polygon

from benchmarks.faults.builders import pick, scale
from benchmarks.faults.drawing import Edit, NoPlaceError
from benchmarks.faults.fault import Breach, above, below, unlike
from benchmarks.faults.placing import Side, gap, shuffled, sides_of, stretch
from benchmarks.faults.roads import set_width, width_of
from benchmarks.faults.thing import Thing
from benchmarks.faults.ways import ways_to_break

GARAGE, RAMP, HOME = "ground.garage", "ground.ramp", "building.dwelling"
A_STALL_M2 = (30.0, 40.0)  # GB/T 51149, JGJ 100
INSET_M = 3.0  # inside the red line, by custom
REACH_M = 500.0  # JGJ 100


# area of a stall
def _a_stall(garage: Thing) -> float:
    return garage.polygon.area * float(garage.value("levels") or 1) / float(garage.value("stalls"))


def garage_crowded(edit: Edit, rng: Random) -> Breach:
    garage = pick(edit, rng, GARAGE)
    garage.set("stalls", str(int(float(garage.value("stalls")) * 1.4)))
    return below("m2 a stall of a garage", _a_stall(garage), A_STALL_M2[0], garage.id)


def garage_empty(edit: Edit, rng: Random) -> Breach:
    garage = pick(edit, rng, GARAGE)
    garage.set("stalls", str(int(float(garage.value("stalls")) * 0.7)))
    return above("m2 a stall of a garage", _a_stall(garage), A_STALL_M2[1], garage.id)


def garage_drawn_smaller(edit: Edit, rng: Random) -> Breach:
    garage = pick(edit, rng, GARAGE)
    scale(garage, 0.8, 0.8)
    return below("m2 a stall of a garage", _a_stall(garage), A_STALL_M2[0], garage.id)


def garage_of_two_levels(edit: Edit, rng: Random) -> Breach:
    garage = pick(edit, rng, GARAGE)
    garage.set("levels", "2")
    return above("m2 a stall of a garage", _a_stall(garage), A_STALL_M2[1], garage.id)


# inside the red line
def _to_line(edit: Edit, garage: Thing) -> float:
    lines = union_all([edit.site.exterior, *(one.polygon for one in edit.things("way.street"))])
    return float(garage.polygon.distance(lines))


def _outward(edit: Edit, rng: Random) -> tuple[Thing, Side, float]:
    """A garage, and that of its sides before which the site ends soonest; how soon."""
    garage = pick(edit, rng, GARAGE)
    rim = edit.site.exterior
    sides = [one for one in sides_of(garage.polygon) if one.length > 20.0]

    def run(side: Side) -> float:
        strip = Polygon(side.box((1.0, side.length - 1.0), (0.0, 400.0)))
        met = strip.intersection(rim)
        line = Polygon(side.box((0.0, side.length), (-0.01, 0.0)))
        return float(line.distance(met)) if not met.is_empty else 1e9

    side = min(sides, key=run)
    if run(side) > 300.0:
        raise NoPlaceError("no red line before the garage")
    return garage, side, run(side)


def garage_past_the_red_line(edit: Edit, rng: Random) -> Breach:
    garage, side, run = _outward(edit, rng)
    stretch(garage, side.out, run + 4.0)
    beyond = garage.polygon.difference(edit.site).area
    above("m2 of a garage past the red line", beyond, 0.0)
    return unlike("a garage past the red line", "past it" if beyond > 0.0 else "inside", "inside", garage.id)


def garage_near_the_red_line(edit: Edit, rng: Random) -> Breach:
    garage, side, run = _outward(edit, rng)
    garage.move(side.out[0] * (run - 1.5), side.out[1] * (run - 1.5))
    return below("from a garage to the red line", _to_line(edit, garage), INSET_M, garage.id)


def street_widened_to_a_garage(edit: Edit, rng: Random) -> Breach:
    street = pick(edit, rng, "way.street")
    garage = min(edit.some(GARAGE), key=lambda one: gap(one, street))
    set_width(edit, street, width_of(edit, street) + 2.0 * (gap(garage, street) - 1.0))
    return below("from a garage to a street's red line", _to_line(edit, garage), INSET_M, garage.id)


# what it lies under
def _under(edit: Edit, garage: Thing, other: Thing) -> Breach:
    return above(f"m2 of {garage.id} under {other.id}", garage.polygon.intersection(other.polygon).area, 0.0, garage.id)


def _onto(edit: Edit, rng: Random, *roles: str) -> Breach:
    """A garage moved so that a corner of it lies under the nearest thing of some roles."""
    garage = pick(edit, rng, GARAGE)
    other = min(edit.some(*roles), key=lambda one: gap(one, garage))
    spot, corner = other.polygon.representative_point(), garage.polygon.centroid
    garage.move(spot.x - corner.x, spot.y - corner.y)
    return _under(edit, garage, other)


def garage_under_the_kindergarten(edit: Edit, rng: Random) -> Breach:
    return _onto(edit, rng, "lot.kindergarten")


def garage_under_the_garden(edit: Edit, rng: Random) -> Breach:
    return _onto(edit, rng, "lot.garden")


def garage_under_a_street(edit: Edit, rng: Random) -> Breach:
    return _onto(edit, rng, "way.street")


# how far
def _farthest(edit: Edit) -> tuple[float, str]:
    homes = {one.id for one in edit.some(HOME)}
    below_ground = union_all([one.polygon for one in edit.some(GARAGE)])
    doors = [one for one in edit.some("spot.door") if one.value("of") in homes]
    return max((below_ground.distance(one.place), one.id) for one in doors)


def garages_dragged_off(edit: Edit, _: Random) -> Breach:
    for garage in edit.some(GARAGE):
        garage.move(0.0, 1400.0)
    far, door = _farthest(edit)
    return above("from the farthest door to a garage", far, REACH_M, door)


def one_garage_left_far_off(edit: Edit, rng: Random) -> Breach:
    garages = shuffled(rng, edit.some(GARAGE))
    edit.delete(*garages[1:])
    x0, _, x1, _ = edit.site.bounds
    garages[0].move(x1 - x0 + 300.0, 0.0)
    far, door = _farthest(edit)
    return above("from the farthest door to the one garage", far, REACH_M, door)


def home_dragged_off(edit: Edit, rng: Random) -> Breach:
    home = pick(edit, rng, HOME)
    edit.move_building(home, 0.0, -1300.0)
    far, door = _farthest(edit)
    return above("from the farthest door to a garage", far, REACH_M, door)


# ramps of a garage
def _of(edit: Edit, rng: Random, least: int, most: int) -> tuple[Thing, list[Thing]]:
    """A garage of so many stalls, and its ramps."""
    garage = pick(edit, rng, GARAGE, where=lambda one: least <= float(one.value("stalls")) <= most)
    return garage, edit.of(garage.id, "of", RAMP)


def _ramps(edit: Edit, garage: Thing, least: int) -> Breach:
    found = [one for one in edit.of(garage.id, "of", RAMP) if one.polygon.intersects(garage.polygon)]
    return below(f"ramps of a garage of {garage.value('stalls')} stalls", float(len(found)), float(least), garage.id)


def ramp_dropped(edit: Edit, rng: Random) -> Breach:
    garage, ramps = _of(edit, rng, 101, 1000)
    edit.delete(*ramps[1:])
    return _ramps(edit, garage, 2)


def ramp_of_another_garage(edit: Edit, rng: Random) -> Breach:
    garage, ramps = _of(edit, rng, 101, 1000)
    other = pick(edit, rng, GARAGE, where=lambda one: one is not garage)
    for ramp in ramps[1:]:
        ramp.set("of", other.id)
    return _ramps(edit, garage, 2)


def ramp_off_its_garage(edit: Edit, rng: Random) -> Breach:
    garage, ramps = _of(edit, rng, 101, 1000)
    x0, _, x1, _ = garage.polygon.bounds
    for ramp in ramps[1:]:
        ramp.move(2.0 * (x1 - x0), 0.0)
    return _ramps(edit, garage, 2)


def ramps_of_one_lane(edit: Edit, rng: Random) -> Breach:
    garage, ramps = _of(edit, rng, 101, 1000)
    garage.set("stalls", "620")
    garage.set("levels", str(1 + int(620 * 35.0 / garage.polygon.area)))
    for ramp in ramps:
        ramp.set("lanes", "1")
    lanes = sum(float(one.value("lanes")) for one in ramps)
    return below("lanes of the ramps of a garage of 620 stalls", lanes, 3.0, garage.id)


def two_ramps_for_a_thousand(edit: Edit, rng: Random) -> Breach:
    garage, _ = _of(edit, rng, 101, 1000)
    garage.set("stalls", "1100")
    garage.set("levels", str(1 + int(1100 * 35.0 / garage.polygon.area)))
    return _ramps(edit, garage, 3)


def no_ramp_at_all(edit: Edit, rng: Random) -> Breach:
    garage, ramps = _of(edit, rng, 1, 1000)
    garage.set("stalls", "90")
    edit.delete(*ramps)
    return _ramps(edit, garage, 1)


FAULTS = (
    *ways_to_break(
        "garage.area_per_stall",
        ("PARK-09",),
        {
            "four tenths more stalls on a garage's label": garage_crowded,
            "three tenths fewer stalls on a garage's label": garage_empty,
            "a garage drawn smaller than its label needs": garage_drawn_smaller,
            "a second level for the same stalls": garage_of_two_levels,
        },
    ),
    *ways_to_break(
        "garage.inset",
        ("PARK-12.inset",),
        {
            "the garage past the red line, its inset": garage_past_the_red_line,
            "a garage moved to 1.5 m from the red line": garage_near_the_red_line,
            "a street widened to 1 m from a garage": street_widened_to_a_garage,
        },
    ),
    *ways_to_break(
        "garage.under",
        ("PARK-12.under",),
        {
            "a garage under the kindergarten": garage_under_the_kindergarten,
            "a garage under the garden": garage_under_the_garden,
            "a garage under a street": garage_under_a_street,
        },
    ),
    *ways_to_break(
        "garage.reach",
        ("PARK-08.car",),
        {
            "every garage dragged 1.4 km north": garages_dragged_off,
            "one garage left, 300 m outside": one_garage_left_far_off,
            "a home dragged 1.3 km south": home_dragged_off,
        },
    ),
    *ways_to_break(
        "garage.ramps",
        ("PARK-10.b",),
        {
            "all ramps of a garage but one dropped": ramp_dropped,
            "ramps labelled as of another garage": ramp_of_another_garage,
            "ramps moved off their garage": ramp_off_its_garage,
        },
    ),
    *ways_to_break("garage.ramps", ("PARK-10.b.lanes",), {"620 stalls behind two ramps of one lane": ramps_of_one_lane}),
    *ways_to_break("garage.ramps", ("PARK-10.c",), {"1 100 stalls behind two ramps": two_ramps_for_a_thousand}),
    *ways_to_break("garage.ramps", ("PARK-10.a",), {"a garage of 90 stalls without a ramp": no_ramp_at_all}),
)
