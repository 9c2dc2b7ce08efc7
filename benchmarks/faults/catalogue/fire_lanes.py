"""Faults of fire lanes along buildings: none near, none along the long side or the rescue side, too narrow, under cars."""

from collections.abc import Iterable
from random import Random

from shapely import union_all
from shapely.geometry import Polygon

from benchmarks.faults.along import ALONG_M, WHOLE, free_lanes, share_along
from benchmarks.faults.builders import pick
from benchmarks.faults.drawing import Edit, NoPlaceError
from benchmarks.faults.fault import Breach, above, below
from benchmarks.faults.placing import gap, long_sides, shuffled, side_toward, stretch
from benchmarks.faults.roads import centre_of, city_edges, fire_lanes, park_along, set_width, take_away
from benchmarks.faults.thing import Thing
from benchmarks.faults.ways import ways_to_break

HOME, BUILDING, GROUND = "building.dwelling", "building.", "ground.fire_ground"
NEAR_M = 30.0  # from a building, our own figure for GB 55037 3.4.1
LARGE_M2 = 3000.0


def _home_with_lanes(edit: Edit, rng: Random) -> tuple[Thing, list[Thing]]:
    """A home, and the fire lanes before its long sides."""
    for home in shuffled(rng, edit.some(HOME)):
        strips = union_all([Polygon(side.box((0.0, side.length), (0.0, ALONG_M))) for side in long_sides(home.polygon)])
        lanes = [one for one in fire_lanes(edit) if one.polygon.intersects(strips)]
        if lanes:
            return home, lanes
    raise NoPlaceError("no home with a fire lane along it")


# along a long side
def _best(edit: Edit, home: Thing) -> Breach:
    best = max(share_along(side, free_lanes(edit)) for side in long_sides(home.polygon))
    return below("share of the better long side that has a fire lane of 4 m along it", best, WHOLE, home.id)


def no_lane_along(edit: Edit, rng: Random) -> Breach:
    home, lanes = _home_with_lanes(edit, rng)
    take_away(edit, lanes)
    return _best(edit, home)


def lane_no_fire_lane(edit: Edit, rng: Random) -> Breach:
    home, lanes = _home_with_lanes(edit, rng)
    for lane in lanes:
        lane.set("fire", "no")
    return _best(edit, home)


def lane_narrow_along(edit: Edit, rng: Random) -> Breach:
    home, lanes = _home_with_lanes(edit, rng)
    for lane in lanes:
        set_width(edit, lane, 3.2)
    return _best(edit, home)


def lane_parked_full(edit: Edit, rng: Random) -> Breach:
    """Cars stand one behind the other on every fire lane along the home: block the fire lane with stalls."""
    home, lanes = _home_with_lanes(edit, rng)
    strips = union_all(
        [Polygon(side.box((-9.0, side.length + 9.0), (0.0, ALONG_M + 6.0))) for side in long_sides(home.polygon)]
    )
    for number, lane in enumerate(lanes):
        if lane.role == "way.street":
            raise NoPlaceError("a street is too wide to be parked full")
        park_along(edit, centre_of(edit, lane).line, strips, 200 * number)
    return _best(edit, home)


# on the rescue side
def _rescue(edit: Edit, home: Thing) -> Breach:
    grounds = edit.of(home.id, "of", GROUND)
    side = side_toward(home.polygon, grounds[0].polygon)
    return below(
        "share of the rescue side that has a fire lane of 4 m along it", share_along(side, free_lanes(edit)), WHOLE, home.id
    )


def _served(edit: Edit, rng: Random) -> tuple[Thing, Thing, list[Thing]]:
    """A home with one rescue ground, and the lanes on that side."""
    for ground in shuffled(rng, edit.some(GROUND)):
        home = edit.named(ground.value("of"), BUILDING)
        side = side_toward(home.polygon, ground.polygon)
        strip = Polygon(side.box((0.0, side.length), (0.0, ALONG_M)))
        lanes = [one for one in fire_lanes(edit) if one.polygon.intersects(strip)]
        if home.role == HOME and lanes and len(edit.of(home.id, "of", GROUND)) == 1:
            return home, ground, lanes
    raise NoPlaceError("no home with one rescue ground and lanes before it")


def rescue_lane_dropped(edit: Edit, rng: Random) -> Breach:
    home, _, lanes = _served(edit, rng)
    take_away(edit, lanes)
    return _rescue(edit, home)


def rescue_lane_narrow(edit: Edit, rng: Random) -> Breach:
    home, _, lanes = _served(edit, rng)
    for lane in lanes:
        set_width(edit, lane, 3.5)
    return _rescue(edit, home)


def rescue_lane_parked(edit: Edit, rng: Random) -> Breach:
    home, ground, lanes = _served(edit, rng)
    side = side_toward(home.polygon, ground.polygon)
    strip = Polygon(side.box((-9.0, side.length + 9.0), (0.0, ALONG_M + 6.0)))
    for number, lane in enumerate(lanes):
        if lane.role == "way.street":
            raise NoPlaceError("a street is too wide to be parked full")
        park_along(edit, centre_of(edit, lane).line, strip, 200 * number)
    return _rescue(edit, home)


def ground_on_the_other_side(edit: Edit, rng: Random) -> Breach:
    home, ground, _ = _served(edit, rng)
    side = side_toward(home.polygon, ground.polygon)
    out = gap(ground, home)
    ground.reshape(
        side.box((0.0, side.length), (-home.polygon.area / side.length - out - 10.0, -home.polygon.area / side.length - out))
    )
    return _rescue(edit, home)


# near at all
def _inner_building(edit: Edit, rng: Random) -> tuple[Thing, list[Thing]]:
    """A building farther than 30 m from the roads along the site, and the fire lanes within 30 m."""
    edges = city_edges(edit)
    for one in shuffled(rng, edit.some(BUILDING)):
        if all(gap(one, edge) > NEAR_M + 2.0 for edge in edges):
            return one, [lane for lane in fire_lanes(edit) if gap(lane, one) <= NEAR_M + 0.5]
    raise NoPlaceError("every building stands at a road along the site")


def _nearest_lane(edit: Edit, building: Thing, lanes: Iterable[Thing]) -> Breach:
    gaps = [gap(building, one) for one in (*lanes, *city_edges(edit))]
    return above("from a building to the nearest fire lane of 4 m or road of the city", min(gaps), NEAR_M, building.id)


def no_lane_near(edit: Edit, rng: Random) -> Breach:
    building, lanes = _inner_building(edit, rng)
    take_away(edit, lanes)
    return _nearest_lane(edit, building, fire_lanes(edit))


def no_fire_lane_near(edit: Edit, rng: Random) -> Breach:
    building, lanes = _inner_building(edit, rng)
    for lane in lanes:
        lane.set("fire", "no")
    return _nearest_lane(edit, building, fire_lanes(edit))


def lanes_near_narrow(edit: Edit, rng: Random) -> Breach:
    building, lanes = _inner_building(edit, rng)
    for lane in lanes:
        set_width(edit, lane, 3.4)
    return _nearest_lane(edit, building, [one for one in fire_lanes(edit) if one not in lanes])


# along both sides of large and high public buildings
def _one_side_bare(edit: Edit, building: Thing) -> Breach:
    """No lane before the barer long side is a fire lane."""
    side = min(long_sides(building.polygon), key=lambda one: share_along(one, free_lanes(edit)))
    strip = Polygon(side.box((0.0, side.length), (0.0, ALONG_M)))
    for lane in [one for one in fire_lanes(edit) if one.polygon.intersects(strip)]:
        lane.set("fire", "no")
    share = share_along(side, free_lanes(edit))
    return below("share of the barer long side that has a fire lane along it", share, WHOLE, building.id)


def _raised(role: str, edit: Edit) -> Breach:
    building = edit.some(role)[0]
    building.set_heights(31.5, 30.0, 31.8)
    building.set_storeys(8)
    return _one_side_bare(edit, building)


def service_tower(edit: Edit, _: Random) -> Breach:
    return _raised("building.service", edit)


def shops_tower(edit: Edit, _: Random) -> Breach:
    return _raised("building.shops", edit)


def large_shops(edit: Edit, _: Random) -> Breach:
    shops = edit.some("building.shops")[0]
    side = long_sides(shops.polygon)[0]
    stretch(shops, (-side.out[0], -side.out[1]), LARGE_M2 * 1.05 / side.length - shops.polygon.area / side.length)
    if shops.polygon.area <= LARGE_M2:
        raise NoPlaceError("the shops could not be drawn so large")
    return _one_side_bare(edit, shops)


def home_into_offices(edit: Edit, rng: Random) -> Breach:
    home = pick(edit, rng, HOME, where=lambda one: one.heights[1] > 27.0)
    edit.retype(home, "building.service")
    return _one_side_bare(edit, home)


SIDE, RESCUE, PRESENT, BOTH = ("FIRE-07",), ("FIRE-07.rescue",), ("FIRE-05",), ("FIRE-06",)

FAULTS = (
    *ways_to_break(
        "fire.lane_side",
        SIDE,
        {
            "the fire lanes along a home parked full": lane_parked_full,
            "the fire lanes along a home dropped": no_lane_along,
            "the lanes along a home no fire lanes any more": lane_no_fire_lane,
            "the fire lanes along a home drawn 3.2 m wide": lane_narrow_along,
        },
    ),
    *ways_to_break(
        "fire.lane_rescue_side",
        RESCUE,
        {
            "the fire lane on the rescue side parked full": rescue_lane_parked,
            "the fire lane on the rescue side dropped": rescue_lane_dropped,
            "the fire lane on the rescue side drawn 3.5 m wide": rescue_lane_narrow,
            "the rescue ground moved to the side without a lane": ground_on_the_other_side,
        },
    ),
    *ways_to_break(
        "fire.lane_present",
        PRESENT,
        {
            "every fire lane about a building dropped": no_lane_near,
            "no lane about a building a fire lane any more": no_fire_lane_near,
            "every fire lane about a building drawn 3.4 m wide": lanes_near_narrow,
        },
    ),
    *ways_to_break(
        "fire.lane_two_sides",
        BOTH,
        {
            "the service building raised to 30 m, with a fire lane on one side only": service_tower,
            "the shops raised to 30 m, with a fire lane on one side only": shops_tower,
            "shops of more than 3 000 m2 with a fire lane on one side only": large_shops,
            "a home turned into offices with a fire lane on one side only": home_into_offices,
        },
    ),
)
