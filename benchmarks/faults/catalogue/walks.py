"""Faults of walking: places cut off, steps on the way, too far on foot, no way out."""

from random import Random

from shapely import union_all

from benchmarks.faults.builders import pick
from benchmarks.faults.drawing import Edit, NoPlaceError
from benchmarks.faults.fault import Breach, above, below
from benchmarks.faults.placing import shuffled
from benchmarks.faults.roads import centre_of, city_edges, take_away
from benchmarks.faults.thing import Thing
from benchmarks.faults.ways import ways_to_break

HOME, DOOR = "building.dwelling", "spot.door"
JOINS_M = 1.0  # a point joins a centre line within this, docs/drawing.md
FAR_M, MINUTES, SPEED = 500.0, 10.0, 60.0  # the guide's five minutes; ten minutes at 60 m a minute


def _walked(edit: Edit) -> list[Thing]:
    ways = edit.things("way.")
    return [one for one in ways if one.role in ("way.access", "way.footpath") or float(one.value("footway") or 0.0) > 0.0]


def _at(edit: Edit, place: Thing, reach: float = JOINS_M + 0.2) -> list[Thing]:
    """Ways on foot that pass a place."""
    return [one for one in _walked(edit) if centre_of(edit, one).line.distance(place.place) <= reach]


def _home_door(edit: Edit, rng: Random) -> Thing:
    homes = {one.id for one in edit.some(HOME)}
    return pick(edit, rng, DOOR, where=lambda one: one.value("of") in homes)


def _cut_off(edit: Edit, place: Thing, *named: str) -> Breach:
    gaps = [centre_of(edit, one).line.distance(place.place) for one in _walked(edit)]
    return above(f"from {place.id} to the nearest way on foot", min(gaps), JOINS_M, *(named or (place.id,)))


# joined
def door_cut_off(edit: Edit, rng: Random) -> Breach:
    door = _home_door(edit, rng)
    take_away(edit, _at(edit, door))
    return _cut_off(edit, door)


def door_without_footways(edit: Edit, rng: Random) -> Breach:
    """Paths at a door put on the office's own layer: they are on paper, but no ways."""
    door = _home_door(edit, rng)
    gone = _at(edit, door)
    for way in gone:
        for one in (way, centre_of(edit, way)):
            for entity in (one.shape, one.label):
                entity.dxf.layer = "步道备选方案"
            one.shape.discard_xdata("LAYOUTGEN")
    gaps = [centre_of(edit, one).line.distance(door.place) for one in _walked(edit) if one not in gone]
    return above(f"from {door.id} to the nearest way on foot", min(gaps), JOINS_M, door.id)


def path_shifted_off_its_door(edit: Edit, rng: Random) -> Breach:
    door = _home_door(edit, rng)
    for way in _at(edit, door):
        if way.role != "way.footpath":
            raise NoPlaceError("a road passes at the door")
        for one in (way, centre_of(edit, way)):
            one.move(0.0, 700.0)
    return _cut_off(edit, door)


def facility_cut_off(edit: Edit, rng: Random) -> Breach:
    for facility in shuffled(rng, edit.some("facility.")):
        doors = edit.of(facility.id, "of", DOOR)
        if len(doors) == 1:
            doors[0].move(900.0, 0.0)
            return _cut_off(edit, doors[0], facility.id)
    raise NoPlaceError("no facility with one door of its own")


def home_without_door(edit: Edit, rng: Random) -> Breach:
    home = pick(edit, rng, HOME)
    edit.delete(*edit.of(home.id, "of", DOOR))
    return below("doors of a home", float(len(edit.of(home.id, "of", DOOR))), 1.0, home.id)


def play_ground_cut_off(edit: Edit, rng: Random) -> Breach:
    ground = pick(edit, rng, "ground.play_ground")
    take_away(edit, _at(edit, ground, 0.5))
    gaps = [centre_of(edit, one).line.distance(ground.place) for one in _walked(edit)]
    return above("from a play ground to the nearest way on foot", min(gaps), 0.2, ground.id)


# without steps
def steps_before_a_door(edit: Edit, rng: Random) -> Breach:
    door = _home_door(edit, rng)
    for way in _at(edit, door):
        way.set("steps", "yes")
    level = [one for one in _walked(edit) if one.value("steps") != "yes"]
    gaps = [centre_of(edit, one).line.distance(door.place) for one in level]
    return above("from a door to the nearest way without steps", min(gaps), JOINS_M, door.id)


def steps_everywhere(edit: Edit, _: Random) -> Breach:
    for way in _walked(edit):
        way.set("steps", "yes")
    return below("ways without steps", float(sum(one.value("steps") != "yes" for one in _walked(edit))), 1.0)


def play_ground_up_steps(edit: Edit, rng: Random) -> Breach:
    ground = pick(edit, rng, "ground.play_ground")
    for way in _at(edit, ground, 0.5):
        way.set("steps", "yes")
    level = [one for one in _walked(edit) if one.value("steps") != "yes"]
    gaps = [centre_of(edit, one).line.distance(ground.place) for one in level]
    return above("from a play ground to the nearest way without steps", min(gaps), 0.2, ground.id)


# far
def _doors_of(edit: Edit, kind: str) -> list[Thing]:
    found = edit.some(f"facility.{kind}")
    owners = {one.id for one in found} | {one.value("building") for one in found}
    return [one for one in edit.things(DOOR) if one.value("of") in owners]


def _far(edit: Edit, kind: str) -> float:
    """Straight from the farthest home's door to the nearest door of a kind: no walk is shorter."""
    homes = {one.id for one in edit.some(HOME)}
    targets = union_all([one.place for one in _doors_of(edit, kind)])
    return max(targets.distance(one.place) for one in edit.things(DOOR) if one.value("of") in homes)


def _outside(edit: Edit, kind: str) -> None:
    """A facility's doors at the far corner of the site, as if it stood there."""
    x0, y0, _, _ = edit.site.bounds
    for door in _doors_of(edit, kind):
        door.reshape([(x0 - 150.0, y0 - 150.0)])


def kindergarten_outside(edit: Edit, _: Random) -> Breach:
    _outside(edit, "kindergarten")
    return above("straight from the farthest home to the kindergarten", _far(edit, "kindergarten"), FAR_M, "kindergarten")


def health_station_outside(edit: Edit, _: Random) -> Breach:
    _outside(edit, "health_station")
    return above(
        "straight from the farthest home to the health station", _far(edit, "health_station") / SPEED, MINUTES, "health_station"
    )


def supermarket_dropped(edit: Edit, _: Random) -> Breach:
    edit.delete(*edit.some("facility.supermarket"))
    return below("supermarkets on the drawing", float(len(edit.things("facility.supermarket"))), 1.0, "supermarket")


def service_station_dropped(edit: Edit, _: Random) -> Breach:
    edit.delete(*edit.some("facility.service_station"))
    return below("service stations on the drawing", float(len(edit.things("facility.service_station"))), 1.0, "service_station")


# buses
def _stop_far(edit: Edit) -> float:
    homes = {one.id for one in edit.some(HOME)}
    stops = union_all([one.place for one in edit.some("spot.bus_stop")])
    return max(stops.distance(one.place) for one in edit.things(DOOR) if one.value("of") in homes)


def no_stop(edit: Edit, _: Random) -> Breach:
    edit.delete(*edit.some("spot.bus_stop"))
    return below("bus stops", float(len(edit.things("spot.bus_stop"))), 1.0)


def stops_far_off(edit: Edit, _: Random) -> Breach:
    for stop in edit.some("spot.bus_stop"):
        stop.move(-900.0, -300.0)
    return above("minutes straight from the farthest home to a stop", _stop_far(edit) / SPEED, MINUTES)


def one_stop_far_off(edit: Edit, rng: Random) -> Breach:
    stops = shuffled(rng, edit.some("spot.bus_stop"))
    edit.delete(*stops[1:])
    stops[0].move(0.0, 1200.0)
    return above("minutes straight from the farthest home to the one stop", _stop_far(edit) / SPEED, MINUTES)


# out to the city
def _links(edit: Edit) -> Breach:
    roads = union_all([one.line for one in city_edges(edit)])
    ways = [one for one in _walked(edit) if not roads.is_empty and roads.distance(centre_of(edit, one).line) < 0.6]
    return below("ways on foot that reach a road of the city", float(len(ways)), 1.0)


def no_roads_along_the_site(edit: Edit, _: Random) -> Breach:
    for edge in city_edges(edit):
        edge.set("road", "none")
    return _links(edit)


def ways_out_dropped(edit: Edit, _: Random) -> Breach:
    roads = union_all([one.line for one in city_edges(edit)])
    ways = edit.things("way.")
    take_away(edit, [w for w in ways if min(roads.distance(w.polygon), roads.distance(centre_of(edit, w).line)) < 1.0])
    return _links(edit)


def edges_dropped(edit: Edit, _: Random) -> Breach:
    edit.delete(*city_edges(edit))
    return _links(edit)


FAULTS = (
    *ways_to_break(
        "walk.connected",
        ("CRC-11.net",),
        {
            "the path network cut before a home": door_cut_off,
            "the paths before a home on the office's own layer": door_without_footways,
            "a path moved away from its door": path_shifted_off_its_door,
            "a facility whose door lies off all paths": facility_cut_off,
            "a home without a door, on foot": home_without_door,
            "the path network cut before a play ground": play_ground_cut_off,
        },
    ),
    *ways_to_break(
        "walk.step_free",
        ("CRC-B12.link",),
        {
            "steps on every way before a home": steps_before_a_door,
            "steps on every way there is": steps_everywhere,
            "steps on every way to a play ground": play_ground_up_steps,
        },
    ),
    *ways_to_break(
        "walk.distance",
        ("CRC-B.walk",),
        {
            "the kindergarten 200 m outside, on foot": kindergarten_outside,
            "the supermarket dropped, on foot": supermarket_dropped,
            "the service station dropped, on foot": service_station_dropped,
        },
    ),
    *ways_to_break(
        "walk.time",
        ("CRC-00.walk", "CRC-B.time"),
        {
            "the health station 200 m outside": health_station_outside,
            "the supermarket dropped, by minutes": supermarket_dropped,
            "the service station dropped, by minutes": service_station_dropped,
        },
    ),
    *ways_to_break(
        "walk.bus_time",
        ("CRC-11.bus",),
        {
            "the bus stops 900 m farther away": stops_far_off,
            "one bus stop left, 1.2 km away": one_stop_far_off,
            "a home from which no path leads to the bus": door_cut_off,
        },
    ),
    *ways_to_break("walk.bus_time", ("CRC-11.bus",), {"no bus stop on the drawing": no_stop}, "blocked"),
    *ways_to_break(
        "walk.city_links",
        ("CRC-11.city",),
        {
            "a site without a road along it, on foot": no_roads_along_the_site,
            "every way on foot out of the site dropped": ways_out_dropped,
            "the edges along roads dropped": edges_dropped,
        },
    ),
)
