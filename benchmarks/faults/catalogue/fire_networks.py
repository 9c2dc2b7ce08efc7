"""Faults of carriageways as a net: loops that are joined once, long houses and closed courtyards without a lane."""

from random import Random

from shapely import union_all
from shapely.geometry import Point, Polygon
from shapely.geometry.base import BaseGeometry

from benchmarks.faults.along import WHOLE, free_lanes, share_along
from benchmarks.faults.builders import box_at
from benchmarks.faults.drawing import Edit, NoPlaceError
from benchmarks.faults.fault import Breach, above, below
from benchmarks.faults.placing import Side, free_box, long_sides, shuffled, sides_of
from benchmarks.faults.roads import (
    centre_of,
    city_edges,
    cut_back,
    fire_lanes,
    make_footpaths,
    set_width,
    take_away,
    width_of,
)
from benchmarks.faults.thing import Thing
from benchmarks.faults.ways import ways_to_break

HOME = "building.dwelling"
JOINTS = 2.0  # of a loop, GB 50016 7.1.9
STREET_LONG_M, LONG_M = 150.0, 220.0  # GB 50016 7.1.1
COURT_M = 24.0  # GB 50016 7.1.4


# loops
def _roads(edit: Edit) -> BaseGeometry:
    streets = edit.things("way.street", "way.attached")
    return union_all([*(one.polygon for one in streets), *(one.line for one in city_edges(edit))])


def _stubs(edit: Edit, rng: Random) -> list[Thing]:
    """The two short roads that join a block's loop to streets or to the roads along the site."""
    roads = _roads(edit)
    for block in shuffled(rng, edit.some("block")):
        ways = edit.of(block.id, "block", "way.main", "way.access")
        touching = [one for one in ways if one.polygon.distance(roads) < 0.5]
        if len(touching) == int(JOINTS):
            return shuffled(rng, touching)
    raise NoPlaceError("no loop that two roads join")


def _joints(edit: Edit, block: str) -> Breach:
    roads = _roads(edit)
    ways = [one for one in edit.of(block, "block", "way.main", "way.access") if one.value("fire") == "yes"]
    return below("places where a loop is joined", float(sum(one.polygon.distance(roads) < 0.5 for one in ways)), JOINTS)


def stub_dropped(edit: Edit, rng: Random) -> Breach:
    stub, *_ = _stubs(edit, rng)
    block = stub.value("block")
    take_away(edit, [stub])
    return _joints(edit, block)


def stub_a_footpath(edit: Edit, rng: Random) -> Breach:
    stub, *_ = _stubs(edit, rng)
    make_footpaths(edit, [stub])
    return _joints(edit, stub.value("block"))


def stub_no_fire_lane(edit: Edit, rng: Random) -> Breach:
    stub, *_ = _stubs(edit, rng)
    stub.set("fire", "no")
    return _joints(edit, stub.value("block"))


def stub_cut_short(edit: Edit, rng: Random) -> Breach:
    roads = _roads(edit)
    for stub in _stubs(edit, rng):
        line = centre_of(edit, stub).line
        at_start = roads.distance(Point(line.coords[0])) < roads.distance(Point(line.coords[-1]))
        back = 2.0 + roads.intersection(line).length
        if line.length > back + 1.5:
            cut_back(edit, stub, *((back, 0.0) if at_start else (0.0, back)), width_of(edit, stub))
            return _joints(edit, stub.value("block"))
    raise NoPlaceError("the roads that join the loop are too short to be cut")


# long houses
def _long(edit: Edit, home: Thing, limit: float, outline: Polygon) -> Breach:
    """Neither passed through nor ringed: ways through it are taken off."""
    home.reshape(outline.exterior.coords[:-1])
    take_away(edit, [one for one in fire_lanes(edit) if centre_of(edit, one).line.intersects(home.polygon)])
    barest = min(share_along(side, free_lanes(edit)) for side in sides_of(Polygon(home.polygon.minimum_rotated_rectangle)))
    below("share of its barest side that has a fire lane", barest, WHOLE)
    deep = _depth(home.polygon)
    return above("length of a house without a lane through or round it", home.polygon.length / 2.0 - deep, limit, home.id)


def _depth(outline: Polygon) -> float:
    """Depth of a bar or of a house of bars of one depth: twice how far one may go in from its walls."""
    low, high = 0.0, 60.0
    while high - low > 0.01:
        middle = (low + high) / 2.0
        low, high = (low, middle) if outline.buffer(-middle / 2.0).is_empty else (middle, high)
    return low


def _bar(side: Side, length: float, deep: float) -> Polygon:
    return Polygon(side.box((0.0, length), (-deep, 0.0)))


def slab_of_235_m(edit: Edit, rng: Random) -> Breach:
    home = rng.choice(edit.some(HOME))
    side = long_sides(home.polygon)[0]
    return _long(edit, home, LONG_M, _bar(side, 235.0, home.polygon.area / side.length))


def house_with_wings(edit: Edit, rng: Random) -> Breach:
    home = rng.choice(edit.some(HOME))
    side = long_sides(home.polygon)[0]
    wings = [Polygon(side.box((at, at + 12.0), (-90.0, 0.0))) for at in (0.0, 78.0)]
    return _long(edit, home, LONG_M, union_all([_bar(side, 90.0, 12.0), *wings]))


def slab_along_a_street(edit: Edit, rng: Random) -> Breach:
    streets = union_all([*(one.polygon for one in edit.things("way.street")), *(one.line for one in city_edges(edit))])
    for home in shuffled(rng, edit.some(HOME)):
        side = long_sides(home.polygon)[0]
        outline = _bar(side, 156.0, home.polygon.area / side.length)
        if outline.distance(streets) < 29.0:
            home.reshape(outline.exterior.coords[:-1])
            take_away(edit, [one for one in fire_lanes(edit) if centre_of(edit, one).line.intersects(home.polygon)])
            return above("length along a street of a house without a lane through it", 156.0, STREET_LONG_M, home.id)
    raise NoPlaceError("no home beside a street")


# courtyards
def _walls(edit: Edit, court: Polygon, block: str, closed: tuple[str, ...]) -> list[Thing]:
    """Low houses of 5 m about a court, side by side."""
    x0, y0, x1, y1 = court.bounds
    boxes = {
        "south": [(x0 - 5.0, y0 - 5.0), (x1 + 5.0, y0 - 5.0), (x1 + 5.0, y0), (x0 - 5.0, y0)],
        "north": [(x0 - 5.0, y1), (x1 + 5.0, y1), (x1 + 5.0, y1 + 5.0), (x0 - 5.0, y1 + 5.0)],
        "west": [(x0 - 5.0, y0), (x0, y0), (x0, y1), (x0 - 5.0, y1)],
        "east": [(x1, y0), (x1 + 5.0, y0), (x1 + 5.0, y1), (x1, y1)],
    }
    words = ["2F", "H7.50/7.20/7.50", "300.00㎡", f"block={block}", "rating=II"]
    return [edit.add("building.utility", f"X-{name}", boxes[name], words) for name in closed]


def _free_court(edit: Edit, rng: Random) -> Polygon:
    return free_box(edit, rng, 28.0, 30.0, *(one.polygon for one in fire_lanes(edit)))


def _closed(edit: Edit, court: Polygon, *of: Thing) -> Breach:
    inside = union_all(free_lanes(edit)).intersection(court).area
    above("short side of a courtyard", min(side.length for side in long_sides(court)), COURT_M)
    return below("m2 of fire lanes in a closed courtyard", inside, 0.01, *(one.id for one in of))


def four_houses_round_a_court(edit: Edit, rng: Random) -> Breach:
    court = _free_court(edit, rng)
    return _closed(edit, court, *_walls(edit, court, "", ("south", "north", "west", "east")))


def two_angles_round_a_court(edit: Edit, rng: Random) -> Breach:
    court = _free_court(edit, rng)
    one, two, three, four = _walls(edit, court, "", ("south", "west", "north", "east"))
    for bar, other in ((one, two), (three, four)):
        bar.reshape(union_all([bar.polygon, other.polygon]).exterior.coords[:-1])
        edit.delete(other)
    return _closed(edit, court, one, three)


def _court_about_a_lane(edit: Edit, rng: Random) -> tuple[Thing, Polygon]:
    """An access lane, and a court about a place of it in which no house stands."""
    houses = union_all([one.polygon for one in edit.things("building.")])
    for lane in shuffled(rng, edit.some("way.access")):
        line = centre_of(edit, lane).line
        for share in (0.1, 0.3, 0.5, 0.7, 0.9):
            spot = line.interpolate(share, normalized=True)
            court = Polygon(box_at((spot.x, spot.y), 26.0, 26.0))
            if not court.intersects(houses):
                return lane, court
    raise NoPlaceError("no lane with so much open ground about it")


def narrow_lane_into_a_court(edit: Edit, rng: Random) -> Breach:
    """A court closed about a lane that is narrower than an engine needs."""
    lane, court = _court_about_a_lane(edit, rng)
    set_width(edit, lane, 3.0)
    walls = _walls(edit, court, lane.value("block"), ("south", "north", "west", "east"))
    inside = union_all([one.polygon for one in fire_lanes(edit) if one is not lane]).intersection(court).area
    above("short side of a courtyard", 26.0, COURT_M)
    return below("m2 of fire lanes of 4 m in a closed courtyard", inside, 0.01, walls[0].id)


FAULTS = (
    *ways_to_break(
        "fire.loop_joints",
        ("FIRE-11",),
        {
            "a road that joins a loop dropped": stub_dropped,
            "a road that joins a loop turned into a footpath": stub_a_footpath,
            "a road that joins a loop no fire lane any more": stub_no_fire_lane,
            "a road that joins a loop drawn 2 m too short": stub_cut_short,
        },
    ),
    *ways_to_break(
        "fire.through_lane",
        ("FIRE-15",),
        {
            "a slab of 235 m": slab_of_235_m,
            "a house with wings, 250 m long in all": house_with_wings,
            "a slab of 156 m along a street": slab_along_a_street,
        },
    ),
    *ways_to_break(
        "fire.courtyard_lane",
        ("FIRE-16",),
        {
            "four houses round a court of 28 m": four_houses_round_a_court,
            "two angled houses round a court of 28 m": two_angles_round_a_court,
            "a court of 26 m about a lane of 3 m": narrow_lane_into_a_court,
        },
    ),
)
