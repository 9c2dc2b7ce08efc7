"""Faults of doors: no level ground before them, no road to them, and steps at them."""

from random import Random

from shapely.geometry import Polygon

from benchmarks.faults.drawing import Edit, NoPlaceError
from benchmarks.faults.fault import Breach, above, below, unlike
from benchmarks.faults.placing import shuffled, side_of_door
from benchmarks.faults.roads import add_stall, make_footpaths, motor_ways, set_width, take_away
from benchmarks.faults.thing import At, Thing
from benchmarks.faults.ways import ways_to_break

DOOR, HOME = "spot.door", "building.dwelling"
LEVEL_M = 1.5  # platform before an entrance, GB 55019-2021 2.3.1
FROM_ROAD_M = 15.0  # to each unit a car comes; our own figure for GB 50368 4.2.1
CAR_M = 2.5


def _home_door(edit: Edit, rng: Random) -> tuple[Thing, Thing]:
    """A door of a home, with the building."""
    for home in shuffled(rng, edit.some(HOME)):
        doors = edit.of(home.id, "of", DOOR)
        if doors:
            return rng.choice(doors), home
    raise NoPlaceError("no door of a home")


# level ground before the door
def _before(edit: Edit, rng: Random, at_m: float, wide: float, deep: float) -> tuple[Thing, list[At]]:
    """A door of a home, and a box so far before it."""
    door, home = _home_door(edit, rng)
    side, along = side_of_door(home.polygon, door)
    return door, side.box((along - wide / 2.0, along + wide / 2.0), (at_m, at_m + deep))


def _breach(door: Thing, thing: Thing) -> Breach:
    return below(f"level ground between {door.id} and {thing.id}", door.place.distance(thing.place), LEVEL_M, door.id)


def stall_before_a_door(edit: Edit, rng: Random) -> Breach:
    door, corners = _before(edit, rng, 0.8, 5.3, 2.5)
    return _breach(door, add_stall(edit, 1, corners))


def shed_before_a_door(edit: Edit, rng: Random) -> Breach:
    door, corners = _before(edit, rng, 1.2, 8.0, 3.0)
    shed = rng.choice(edit.some("ground.bike_shed"))
    shed.reshape(corners)
    return _breach(door, shed)


def booth_before_a_door(edit: Edit, rng: Random) -> Breach:
    door, corners = _before(edit, rng, 1.0, 2.0, 3.0)
    return _breach(door, edit.add("ground.gatehouse", "G-gatehouse-x", corners))


def house_before_a_door(edit: Edit, rng: Random) -> Breach:
    door, corners = _before(edit, rng, 1.3, 12.0, 6.0)
    words = ["1F", "H4.50/4.20/4.50", "72.00㎡", f"block={door.value('of').split('-')[0]}", "rating=II"]
    return _breach(door, edit.add("building.utility", "X-utility", corners, words))


# a road to the door
def _from_road(edit: Edit, door: Thing) -> Breach:
    gaps = [way.polygon.distance(door.place) for way in motor_ways(edit) if way.polygon.area > 1.0]
    return above("from a home's door to the nearest road", min(gaps), FROM_ROAD_M, door.id)


def _roads_near(edit: Edit, door: Thing) -> list[Thing]:
    return [way for way in motor_ways(edit) if way.polygon.distance(door.place) <= FROM_ROAD_M + 0.5]


def lanes_dropped(edit: Edit, rng: Random) -> Breach:
    door, _ = _home_door(edit, rng)
    take_away(edit, _roads_near(edit, door))
    return _from_road(edit, door)


def lanes_into_footpaths(edit: Edit, rng: Random) -> Breach:
    door, _ = _home_door(edit, rng)
    make_footpaths(edit, _roads_near(edit, door))
    return _from_road(edit, door)


def lanes_too_narrow(edit: Edit, rng: Random) -> Breach:
    door, _ = _home_door(edit, rng)
    for way in _roads_near(edit, door):
        set_width(edit, way, 2.0)
    wide = [way for way in motor_ways(edit) if way not in _roads_near(edit, door)]
    gap = min(way.polygon.distance(door.place) for way in wide)
    return above(f"from a home's door to the nearest road that is {CAR_M:g} m wide", gap, FROM_ROAD_M, door.id)


def home_far_from_roads(edit: Edit, rng: Random) -> Breach:
    door, home = _home_door(edit, rng)
    x0, _, x1, _ = edit.site.bounds
    edit.move_building(home, x1 - x0 + 60.0, 0.0)
    return _from_road(edit, door)


def home_without_door(edit: Edit, rng: Random) -> Breach:
    _, home = _home_door(edit, rng)
    edit.delete(*edit.of(home.id, "of", DOOR))
    return below("doors of a home", float(len(edit.of(home.id, "of", DOOR))), 1.0, home.id)


# steps
def _relabelled(edit: Edit, rng: Random, level: str | None, rail: str | None) -> tuple[Thing, Thing]:
    door, home = _home_door(edit, rng)
    door.set("level", level)
    door.set("handrail", rail)
    return door, home


def ramp_without_rail(edit: Edit, rng: Random) -> Breach:
    door, _ = _relabelled(edit, rng, "ramp", "no")
    return unlike("a ramp's handrail", door.value("handrail"), "yes", door.id)


def steps_at_a_door(edit: Edit, rng: Random) -> Breach:
    door, _ = _relabelled(edit, rng, "steps", None)
    return unlike("level of a door", door.value("level"), "flush", door.id)


def silent_door(edit: Edit, rng: Random) -> Breach:
    door, _ = _relabelled(edit, rng, None, None)
    return unlike("level of a door", door.value("level"), "flush", door.id)


def silent_rail(edit: Edit, rng: Random) -> Breach:
    door, _ = _relabelled(edit, rng, "ramp", None)
    return unlike("a ramp's handrail", door.value("handrail"), "yes", door.id)


def facility_with_steps(edit: Edit, rng: Random) -> Breach:
    doors = [one for one in edit.some(DOOR) if one.value("of").startswith("F-")]
    if not doors:
        raise NoPlaceError("no facility with a door of its own")
    door = rng.choice(doors)
    door.set("level", "steps")
    return unlike("level of a facility's door", door.value("level"), "flush", door.id)


def _unit(edit: Edit, rng: Random) -> tuple[Thing, list[Thing]]:
    """A home and all doors of one of its units."""
    door, home = _home_door(edit, rng)
    same = [one for one in edit.of(home.id, "of", DOOR) if one.value("unit") == door.value("unit")]
    return home, same


def unit_with_steps(edit: Edit, rng: Random) -> Breach:
    home, doors = _unit(edit, rng)
    for door in doors:
        door.set("level", "steps")
    easy = [door for door in doors if door.value("level") in ("flush", "ramp")]
    return below("entrances of a unit without steps", float(len(easy)), 1.0, home.id)


def silent_unit(edit: Edit, rng: Random) -> Breach:
    home, doors = _unit(edit, rng)
    for door in doors:
        door.set("level", None)
    return below(
        "entrances of a unit that are said to be flush", float(sum(bool(door.value("level")) for door in doors)), 1.0, home.id
    )


def one_more_unit_up_steps(edit: Edit, rng: Random) -> Breach:
    door, home = _home_door(edit, rng)
    x, y = Polygon(home.points).centroid.coords[0]
    at = ((2.0 * x - door.at[0]), (2.0 * y - door.at[1]))
    added = edit.add(DOOR, f"{door.id}x", [at], [f"of={home.id}", "level=steps", "unit=9"])
    return unlike("level of the one door of a unit", added.value("level"), "flush", home.id)


FREE = ("CRC-12.ramp", "CRC-B12.entry")
UNITS = ("GB55038-4.2.7",)

FAULTS = (
    *ways_to_break(
        "doors.clear_depth",
        ("ACC-04",),
        {
            "a car parked before a door": stall_before_a_door,
            "a bicycle shed before a door": shed_before_a_door,
            "a booth before a door": booth_before_a_door,
            "a plant house before a door": house_before_a_door,
        },
    ),
    *ways_to_break(
        "doors.motor_reach",
        ("ROAD-11",),
        {
            "the lanes to a home dropped": lanes_dropped,
            "the lanes to a home turned into footpaths": lanes_into_footpaths,
            "the lanes to a home drawn 2 m wide": lanes_too_narrow,
            "a home moved away from every road": home_far_from_roads,
            "a home whose doors are dropped, for cars": home_without_door,
        },
    ),
    *ways_to_break(
        "doors.step_free",
        FREE,
        {
            "a door with a ramp but no handrail": ramp_without_rail,
            "a home's door with steps": steps_at_a_door,
            "a facility's door with steps": facility_with_steps,
            "a building whose doors are dropped": home_without_door,
        },
    ),
    *ways_to_break(
        "doors.step_free",
        FREE,
        {"a door that says nothing of steps": silent_door, "a ramp that says nothing of a handrail": silent_rail},
        "blocked",
    ),
    *ways_to_break(
        "doors.per_unit",
        UNITS,
        {
            "a unit that only steps lead to": unit_with_steps,
            "a unit more, behind a door with steps": one_more_unit_up_steps,
            "a home whose doors are dropped, for wheelchairs": home_without_door,
        },
    ),
    *ways_to_break("doors.per_unit", UNITS, {"a unit whose doors say nothing of steps": silent_unit}, "blocked"),
)
