"""Faults of bicycle sheds: none there, none near, none to charge at, too few places, and places too tight or too wide."""

import math
from random import Random

from shapely.geometry import Point

from benchmarks.faults.builders import scale
from benchmarks.faults.drawing import Edit, NoPlaceError
from benchmarks.faults.fault import Breach, above, below, unlike
from benchmarks.faults.placing import near, shuffled
from benchmarks.faults.thing import Thing
from benchmarks.faults.ways import ways_to_break

SHED = "ground.bike_shed"
M2_LEAST, M2_MOST = 1.5, 1.8  # area of a place in a shed, GB 50180-2018 table B.0.3
A_HOUSEHOLD = (1.0, 2.0)  # places a household
RADIUS_M = 100.0  # garages of bicycles, JGJ 100
FARTHEST_M = 150.0  # the guide's
CHARGING = ("CRC-10.ebikecharge",)


# area of a place
def crowded_label(edit: Edit, rng: Random) -> Breach:
    shed = rng.choice(edit.some(SHED))
    places = math.ceil(shed.polygon.area / 1.2)
    shed.set("places", str(places))
    return below("m2 a place as labelled", shed.polygon.area / places, M2_LEAST, shed.id)


def roomy_label(edit: Edit, rng: Random) -> Breach:
    shed = rng.choice(edit.some(SHED))
    places = int(shed.polygon.area / 2.4)
    shed.set("places", str(places))
    return above("m2 a place as labelled", shed.polygon.area / places, M2_MOST, shed.id)


def smaller_shed(edit: Edit, rng: Random) -> Breach:
    shed = rng.choice(edit.some(SHED))
    scale(shed, 1.0, 0.6)
    return below("m2 a place in a smaller shed", shed.polygon.area / float(shed.value("places")), M2_LEAST, shed.id)


def larger_shed(edit: Edit, rng: Random) -> Breach:
    shed = rng.choice(edit.some(SHED))
    scale(shed, 1.0, 1.5)
    return above("m2 a place in a larger shed", shed.polygon.area / float(shed.value("places")), M2_MOST, shed.id)


# charging
def no_charging(edit: Edit, _: Random) -> Breach:
    for shed in edit.some(SHED):
        shed.set("charging", "0")
    return below("charging places", sum(float(shed.value("charging")) for shed in edit.things(SHED)), 1.0)


def silent_charging(edit: Edit, _: Random) -> Breach:
    for shed in edit.some(SHED):
        shed.set("charging", None)
    return unlike(
        "what the sheds say of charging", " ".join(shed.value("charging") for shed in edit.things(SHED)).strip(), "a number"
    )


def no_shed(edit: Edit, _: Random) -> Breach:
    edit.delete(*edit.some(SHED))
    return below("sheds", float(len(edit.things(SHED))), 1.0)


def sheds_into_greens(edit: Edit, _: Random) -> Breach:
    for shed in edit.some(SHED):
        edit.retype(shed, "ground.green")
    return below("sheds", float(len(edit.things(SHED))), 1.0)


def sheds_off_our_layers(edit: Edit, _: Random) -> Breach:
    for shed in edit.some(SHED):  # with their labels they would be ours on a renamed layer
        shed.shape.dxf.layer = "车棚备选方案"
        shed.shape.discard_xdata("LAYOUTGEN")
        edit.space.delete_entity(shed.label)
    left = [one for one in edit.space if one.dxf.layer == edit.layers[SHED]]
    return below("sheds on the layer of the sheds", float(len(left)), 1.0)


# places a household
def _of_a_block(edit: Edit, rng: Random) -> tuple[Thing, list[Thing], int]:
    """A block with its sheds and dwellings."""
    for block in shuffled(rng, edit.some("block")):
        sheds = [shed for shed in edit.things(SHED) if block.polygon.contains(shed.polygon.centroid)]
        homes = sum(one.dwellings for one in edit.of(block.id, "block", "building."))
        if sheds and homes:
            return block, sheds, homes
    raise NoPlaceError("no block with homes and sheds")


def _held(sheds: list[Thing]) -> float:
    return sum(min(float(shed.value("places")), shed.polygon.area // M2_LEAST) for shed in sheds)


def sheds_dropped(edit: Edit, rng: Random) -> Breach:
    block, sheds, homes = _of_a_block(edit, rng)
    while len(sheds) > 1 and _held(sheds) / homes >= 0.9:
        edit.delete(sheds.pop(rng.randrange(len(sheds))))
    return below("bicycle places a household", _held(sheds) / homes, A_HOUSEHOLD[0], block.id)


def fewer_places(edit: Edit, rng: Random) -> Breach:
    block, sheds, homes = _of_a_block(edit, rng)
    for shed in sheds:
        shed.set("places", str(int(float(shed.value("places")) * 0.7)))
    return below("bicycle places a household", _held(sheds) / homes, A_HOUSEHOLD[0], block.id)


def sheds_too_small_for_their_labels(edit: Edit, rng: Random) -> Breach:
    block, sheds, homes = _of_a_block(edit, rng)
    for shed in sheds:
        scale(shed, 1.0, 0.55)
    return below("bicycle places a household that the sheds hold", _held(sheds) / homes, A_HOUSEHOLD[0], block.id)


def twice_the_sheds(edit: Edit, rng: Random) -> Breach:
    block, sheds, homes = _of_a_block(edit, rng)
    for shed in sheds:
        scale(shed, 1.0, 2.4)
        shed.set("places", str(int(float(shed.value("places")) * 2.4)))
    inside = [shed for shed in sheds if block.polygon.contains(shed.polygon.centroid)]
    return above("bicycle places a household", _held(inside) / homes, A_HOUSEHOLD[1], block.id)


# in every block
def block_without_sheds(edit: Edit, rng: Random) -> Breach:
    block, sheds, _ = _of_a_block(edit, rng)
    edit.delete(*near(edit, block.polygon, 0.0, SHED))
    return below(f"sheds left of {len(sheds)}", float(len(near(edit, block.polygon, 0.0, SHED))), 1.0, block.id)


def sheds_moved_out_of_a_block(edit: Edit, rng: Random) -> Breach:
    block, _, _ = _of_a_block(edit, rng)
    x0, _, x1, _ = edit.site.bounds
    for shed in near(edit, block.polygon, 0.0, SHED):
        shed.move(x1 - x0, 0.0)
    return below("sheds in the block", float(len(near(edit, block.polygon, 0.0, SHED))), 1.0, block.id)


def sheds_of_a_block_into_paving(edit: Edit, rng: Random) -> Breach:
    block, _, _ = _of_a_block(edit, rng)
    for shed in near(edit, block.polygon, 0.0, SHED):
        edit.retype(shed, "ground.paved")
    return below("sheds in the block", float(len(near(edit, block.polygon, 0.0, SHED))), 1.0, block.id)


# within reach
def _home_door(edit: Edit, rng: Random) -> Thing:
    homes = {one.id for one in edit.some("building.dwelling")}
    return rng.choice([one for one in edit.some("spot.door") if one.value("of") in homes])


def _nearest_shed(edit: Edit, door: Thing) -> float:
    return min(shed.polygon.distance(Point(door.at)) for shed in edit.some(SHED))


def no_shed_near_a_door(edit: Edit, rng: Random) -> Breach:
    door = _home_door(edit, rng)
    edit.delete(*near(edit, door.place, RADIUS_M, SHED))
    return above("from a door to the nearest shed", _nearest_shed(edit, door), RADIUS_M, door.id)


def no_shed_far_round_a_door(edit: Edit, rng: Random) -> Breach:
    door = _home_door(edit, rng)
    for shed in near(edit, door.place, FARTHEST_M, SHED):
        edit.retype(shed, "ground.green")
    return above("from a door to the nearest shed", _nearest_shed(edit, door), FARTHEST_M, door.id)


def all_sheds_in_one_corner(edit: Edit, rng: Random) -> Breach:
    x0, y0, _, _ = edit.site.bounds
    for number, shed in enumerate(edit.some(SHED)):
        at = shed.polygon.centroid
        shed.move(x0 + 25.0 + 45.0 * (number // 8) - at.x, y0 + 10.0 + 9.0 * (number % 8) - at.y)
    homes = {one.id for one in edit.some("building.dwelling")}
    doors = [one for one in edit.things("spot.door") if one.value("of") in homes]
    farthest = max(doors, key=lambda door: _nearest_shed(edit, door))
    return above("from the farthest door to the nearest shed", _nearest_shed(edit, farthest), FARTHEST_M, farthest.id)


FAULTS = (
    *ways_to_break(
        "bikes.area_per_place",
        ("GB180-B03.bikes.area",),
        {
            "more bicycle places on the label than a shed has room for": crowded_label,
            "fewer bicycle places on the label than a shed is built for": roomy_label,
            "a shed drawn smaller, its label left": smaller_shed,
            "a shed drawn larger, its label left": larger_shed,
        },
    ),
    *ways_to_break(
        "bikes.charging",
        CHARGING,
        {
            "no shed charges e-bikes": no_charging,
            "no shed that could charge e-bikes": no_shed,
            "the sheds that charge e-bikes turned into greens": sheds_into_greens,
        },
    ),
    *ways_to_break("bikes.charging", CHARGING, {"no shed says whether it charges e-bikes": silent_charging}, "blocked"),
    *ways_to_break(
        "bikes.sheds",
        ("CRC-10.bike", "GB180-B02.bikes"),
        {
            "every shed dropped": no_shed,
            "every shed turned into a green": sheds_into_greens,
            "every shed put on a layer of the office's own, without a word": sheds_off_our_layers,
        },
    ),
    *ways_to_break(
        "bikes.per_household",
        ("GB180-B03.bikes",),
        {
            "sheds of a block dropped until its homes have too few places": sheds_dropped,
            "fewer places on the labels of a block's sheds": fewer_places,
            "sheds too small for the places they are labelled with": sheds_too_small_for_their_labels,
            "more than two bicycle places a household": twice_the_sheds,
        },
    ),
    *ways_to_break(
        "bikes.sheds_per_block",
        ("CRC-B10.bike",),
        {
            "a block whose sheds are dropped": block_without_sheds,
            "a block whose sheds stand off the site": sheds_moved_out_of_a_block,
            "a block whose sheds become paving": sheds_of_a_block_into_paving,
        },
    ),
    *ways_to_break("bikes.reach", ("PARK-08.bike",), {"no shed within 100 m of a door": no_shed_near_a_door}),
    *ways_to_break(
        "bikes.reach",
        ("CRC-B10.bike.reach",),
        {
            "no shed within 150 m of a door": no_shed_far_round_a_door,
            "all sheds in one corner of the site": all_sheds_in_one_corner,
        },
    ),
)
