"""Faults of fire separation: buildings, stalls, charging sheds and the waste station too near to one another."""

from random import Random

from benchmarks.faults.drawing import Edit, NoPlaceError
from benchmarks.faults.fault import Breach, below
from benchmarks.faults.placing import gap, long_sides, nearest, shuffled, step_to, stretch_to
from benchmarks.faults.roads import STALL_M, add_stall
from benchmarks.faults.thing import Thing
from benchmarks.faults.ways import ways_to_break

BUILDING, HOME = "building.", "building.dwelling"
GAPS_M = {("high", "high"): 13.0, ("high", "multi"): 9.0, ("multi", "multi"): 6.0}  # GB 50016 table 5.2.2, ratings I and II
GAPS_IV_M = {"high": 14.0, "multi": 9.0}  # to a building of rating IV
STALL_GAP_M = 6.0  # GB 50067 4.2.1
SHED_GAP_M = 6.0  # by custom
STATION_GAPS_M = (5.0, 8.0)  # CJJ 27; GB/T 50337
HIGH_M = {HOME: 27.0}
PUBLIC_HIGH_M = 24.0


def height_class(building: Thing) -> str:
    """A high-rise: homes above 27 m, others above 24 m and of more storeys than one."""
    high = building.heights[1] > HIGH_M.get(building.role, PUBLIC_HIGH_M)
    return "high" if high and building.storeys > 1 else "multi"


def asked(one: Thing, other: Thing) -> float:
    """Separation of two buildings of ratings I and II [m]."""
    high, low = sorted((height_class(one), height_class(other)))
    return GAPS_M[high, low]


def _breach(one: Thing, other: Thing) -> Breach:
    return below(f"between {one.id} and {other.id}", gap(one, other), asked(one, other), one.id)


def _pair(edit: Edit, rng: Random) -> tuple[Thing, Thing]:
    """A home and the building nearest to it."""
    home = rng.choice(edit.some(HOME))
    return home, nearest(home, edit.things(BUILDING))


def slab_north(edit: Edit, rng: Random) -> Breach:
    buildings = edit.things(BUILDING)
    for home in shuffled(rng, edit.some(HOME)):
        edit.move_building(home, 0.0, 2.0)
        for other in buildings:
            if other is not home and 0.0 < gap(home, other) < asked(home, other) - 0.1:
                return _breach(home, other)
        edit.move_building(home, 0.0, -2.0)
    raise NoPlaceError("no slab stands within 2 m of its separation northwards")


def slab_moved(edit: Edit, rng: Random) -> Breach:
    home, other = _pair(edit, rng)
    edit.move_building(home, *step_to(home, other, asked(home, other) - 1.0))
    return _breach(home, other)


def slab_lengthened(edit: Edit, rng: Random) -> Breach:
    home, other = _pair(edit, rng)
    stretch_to(home, other, asked(home, other) - 1.0)
    return _breach(home, other)


def plant_room_beside(edit: Edit, rng: Random) -> Breach:
    home = rng.choice(edit.some(HOME))
    side = long_sides(home.polygon)[rng.randrange(2)]
    words = ["1F", "H4.50/4.20/4.50", "36.00㎡", f"block={home.value('block')}", "rating=II"]
    return _breach(home, edit.add("building.utility", "X-1", side.box((1.0, 7.0), (4.0, 10.0)), words))


def neighbour_outside(edit: Edit, rng: Random) -> Breach:
    home = rng.choice(edit.some(HOME))
    side = long_sides(home.polygon)[rng.randrange(2)]
    edit.add("context", "N-x", side.box((0.0, side.length), (8.0, 20.0)), ["height=54.0", "protected=no"])
    return below(f"between {home.id} and a high neighbour", gap(home, edit.thing("context", "N-x")), 9.0, home.id)


def raised(edit: Edit, rng: Random) -> Breach:
    """A low building made so high that what stands beside it is too near."""
    for low in shuffled(rng, [one for one in edit.some(BUILDING) if height_class(one) == "multi"]):
        other = nearest(low, edit.things(BUILDING))
        high = GAPS_M[tuple(sorted(("high", height_class(other))))]  # type: ignore[index]
        if gap(low, other) < high:
            low.set_heights(55.5, 54.0, 55.8)
            low.set_storeys(18)
            return _breach(low, other)
    raise NoPlaceError("no low building so near to another")


def of_rating_four(edit: Edit, rng: Random) -> Breach:
    home, other = _pair(edit, rng)
    other.set("rating", "IV")
    limit = GAPS_IV_M[height_class(home)]
    if gap(home, other) >= limit:
        edit.move_building(home, *step_to(home, other, limit - 1.0))
    return below(f"between {home.id} and {other.id} of rating IV", gap(home, other), limit, home.id)


def shed_of_rating_four(edit: Edit, rng: Random) -> Breach:
    home = rng.choice(edit.some(HOME))
    side = long_sides(home.polygon)[rng.randrange(2)]
    words = ["1F", "H3.50/3.20/3.50", "36.00㎡", f"block={home.value('block')}", "rating=IV"]
    added = edit.add("building.utility", "X-1", side.box((1.0, 7.0), (8.0, 14.0)), words)
    return below("between a home and a hut of rating IV", gap(home, added), GAPS_IV_M[height_class(home)], home.id)


def tower(edit: Edit, rng: Random) -> Breach:
    home, other = _pair(edit, rng)
    home.set_heights(106.5, 105.0, 106.8)
    home.set_storeys(35)
    if gap(home, other) >= asked(home, other):
        edit.move_building(home, *step_to(home, other, asked(home, other) - 0.5))
    return _breach(home, other)


# stalls
def _stall_breach(stall: Thing, building: Thing) -> Breach:
    return below(f"between {stall.id} and {building.id}", gap(stall, building), STALL_GAP_M, stall.id)


def stall_moved(edit: Edit, rng: Random) -> Breach:
    stall = rng.choice(edit.some("stall."))
    home = nearest(stall, edit.things(BUILDING))
    stall.move(*step_to(stall, home, 5.0))
    return _stall_breach(stall, home)


def stall_added(edit: Edit, rng: Random) -> Breach:
    home = rng.choice(edit.some(HOME))
    side = long_sides(home.polygon)[rng.randrange(2)]
    stall = add_stall(edit, 1, side.box((2.0, 2.0 + STALL_M[0]), (3.0, 3.0 + STALL_M[1])))
    return _stall_breach(stall, home)


def building_moved_to_stalls(edit: Edit, rng: Random) -> Breach:
    stall = rng.choice(edit.some("stall."))
    home = nearest(stall, edit.things(HOME))
    edit.move_building(home, *step_to(home, stall, 4.0))
    return _stall_breach(stall, home)


def building_lengthened_to_stalls(edit: Edit, rng: Random) -> Breach:
    stall = rng.choice(edit.some("stall."))
    home = nearest(stall, edit.things(BUILDING))
    stretch_to(home, stall, 2.0)
    return _stall_breach(stall, home)


# sheds where e-bikes are charged
def _charging(edit: Edit, rng: Random) -> tuple[Thing, Thing]:
    sheds = [one for one in edit.some("ground.bike_shed") if float(one.value("charging") or 0.0) > 0.0]
    if not sheds:
        raise NoPlaceError("no shed where e-bikes are charged")
    shed = rng.choice(sheds)
    return shed, nearest(shed, edit.things(BUILDING))


def _shed_breach(shed: Thing, building: Thing) -> Breach:
    return below(f"between {shed.id} and {building.id}", gap(shed, building), SHED_GAP_M, shed.id)


def shed_moved(edit: Edit, rng: Random) -> Breach:
    shed, building = _charging(edit, rng)
    shed.move(*step_to(shed, building, 4.5))
    return _shed_breach(shed, building)


def shed_lengthened(edit: Edit, rng: Random) -> Breach:
    shed, building = _charging(edit, rng)
    stretch_to(shed, building, 3.0)
    return _shed_breach(shed, building)


def shed_added(edit: Edit, rng: Random) -> Breach:
    home = rng.choice(edit.some(HOME))
    side = long_sides(home.polygon)[rng.randrange(2)]
    corners = side.box((0.0, 12.0), (2.0, 5.0))
    shed = edit.add("ground.bike_shed", "G-x", corners, [f"block={home.value('block')}", "charging=4", "places=22"])
    return _shed_breach(shed, home)


def building_moved_to_shed(edit: Edit, rng: Random) -> Breach:
    shed, building = _charging(edit, rng)
    edit.move_building(building, *step_to(building, shed, 1.5))
    return _shed_breach(shed, building)


# the waste station
def _station(edit: Edit, limit: float) -> tuple[Thing, Thing, float]:
    station = edit.some("building.waste_station")[0]
    return station, nearest(station, edit.things(BUILDING)), limit


def station_moved(edit: Edit, _: Random) -> Breach:
    station, other, limit = _station(edit, STATION_GAPS_M[0])
    edit.move_building(station, *step_to(station, other, 4.0))
    return below(f"between {station.id} and {other.id}", gap(station, other), limit, station.id)


def station_moved_less(edit: Edit, _: Random) -> Breach:
    station, other, limit = _station(edit, STATION_GAPS_M[1])
    edit.move_building(station, *step_to(station, other, 7.0))
    return below(f"between {station.id} and {other.id}", gap(station, other), limit, station.id)


def building_lengthened_to_station(edit: Edit, _: Random) -> Breach:
    station, other, limit = _station(edit, STATION_GAPS_M[0])
    stretch_to(other, station, 3.0)
    return below(f"between {station.id} and {other.id}", gap(station, other), limit, station.id)


def house_beside_station(edit: Edit, rng: Random) -> Breach:
    station, _, limit = _station(edit, STATION_GAPS_M[0])
    side = long_sides(station.polygon)[rng.randrange(2)]
    words = ["1F", "H4.50/4.20/4.50", "36.00㎡", f"lot={station.value('lot')}", "rating=II"]
    added = edit.add("building.utility", "X-1", side.box((0.0, 6.0), (2.5, 8.5)), words)
    return below(f"between {station.id} and {added.id}", gap(station, added), limit, station.id)


FAULTS = (
    *ways_to_break(
        "fire.gap",
        ("FIRE-01",),
        {
            "a slab moved north by 2 m, into its neighbour's separation": slab_north,
            "a slab moved a metre too near to its neighbour": slab_moved,
            "a slab drawn out a metre too near to its neighbour": slab_lengthened,
            "a plant room 4 m before a home": plant_room_beside,
            "a neighbour's tower 8 m from a home": neighbour_outside,
            "a low building raised to eighteen storeys": raised,
        },
    ),
    *ways_to_break(
        "fire.gap",
        ("FIRE-02",),
        {
            "a building of rating IV too near to a home": of_rating_four,
            "a hut of rating IV 8 m before a home": shed_of_rating_four,
        },
    ),
    *ways_to_break("fire.gap", ("FIRE-03",), {"a tower above 100 m too near to its neighbour": tower}),
    *ways_to_break(
        "fire.stall_gap",
        ("FIRE-26",),
        {
            "a stall moved to 5 m from a building": stall_moved,
            "a stall drawn 3 m before a home": stall_added,
            "a home moved to 4 m from a stall": building_moved_to_stalls,
            "a building drawn out to 2 m from a stall": building_lengthened_to_stalls,
        },
    ),
    *ways_to_break(
        "fire.shed_gap",
        ("FIRE-27",),
        {
            "a charging shed moved to 4.5 m from a building": shed_moved,
            "a charging shed drawn out to 3 m from a building": shed_lengthened,
            "a charging shed drawn 2 m before a home": shed_added,
            "a building moved to 1.5 m from a charging shed": building_moved_to_shed,
        },
    ),
    *ways_to_break(
        "fire.waste_station_gap",
        ("FIRE-28.a",),
        {
            "the waste station moved to 4 m from a building": station_moved,
            "a building drawn out to 3 m from the waste station": building_lengthened_to_station,
            "a plant room 2.5 m beside the waste station": house_beside_station,
        },
    ),
    *ways_to_break(
        "fire.waste_station_gap", ("FIRE-28.b",), {"the waste station moved to 7 m from a building": station_moved_less}
    ),
)
