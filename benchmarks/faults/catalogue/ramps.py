"""Faults of garage ramps: too narrow, too steep, too near to the road, opening before homes and play grounds."""

from random import Random

from shapely import union_all
from shapely.geometry import LineString, Point, Polygon

from benchmarks.faults.builders import pick
from benchmarks.faults.drawing import Edit, NoPlaceError
from benchmarks.faults.fault import Breach, above, below, unlike
from benchmarks.faults.placing import Side, gap, long_sides, near, shuffled, sides_of
from benchmarks.faults.roads import city_edges, motor_ways, set_width, width_of
from benchmarks.faults.thing import Thing
from benchmarks.faults.ways import ways_to_break

RAMP, HOME = "ground.ramp", "building.dwelling"
RUN_M = {"1": 3.0, "2": 5.5}  # width of straight ramps by lanes, JGJ 100 4.2.10
CURVED_M = {"1": 3.8, "2": 7.0}
MOUTH_M = {"1": 4.0, "2": 7.0}  # JGJ 100 4.2.4
STRAIGHT_GRADE, CURVED_GRADE = 0.15, 0.12
BUFFER_M, BUFFER_CITY_M = 5.5, 7.5  # GB 50352 5.2.4
FACING_M = 10.0  # from homes and play grounds, our own figure


def _mouth(edit: Edit, rng: Random) -> tuple[Thing, Side, Thing]:
    """A ramp, the short side from which it opens, and the road before it."""
    roads = edit.things("way.main", "way.access", "way.attached")
    for ramp in shuffled(rng, edit.some(RAMP)):
        found = []
        for side in sides_of(ramp.polygon)[2:]:
            ahead = LineString([side.at(side.length / 2.0, 0.0), side.at(side.length / 2.0, 12.0)])
            met = [
                (road.polygon.distance(Point(ahead.coords[0])), road.id, side, road)
                for road in roads
                if road.polygon.intersects(ahead)
            ]
            found += [one for one in met if _is_paved(edit, side, one[0])]
        if found:
            _, _, side, road = min(found, key=lambda one: one[:2])
            return ramp, side, road
    raise NoPlaceError("no ramp that opens to a road")


def _is_paved(edit: Edit, side: Side, run: float) -> bool:
    """Whether paving lies halfway between a side and what is so far before it."""
    spot = Point(side.at(side.length / 2.0, run / 2.0))
    return any(one.polygon.contains(spot) for one in edit.things("ground.paved", "ground.turning_head"))


# width
def _width(ramp: Thing) -> float:
    return min(side.length for side in sides_of(ramp.polygon))


def ramp_narrow(edit: Edit, rng: Random) -> Breach:
    ramp = pick(edit, rng, RAMP)
    side = long_sides(ramp.polygon)[0]
    limit = RUN_M[ramp.value("lanes")]
    ramp.reshape(side.box((0.0, side.length), (-limit + 0.3, 0.0)))
    return below(f"width of a straight ramp of {ramp.value('lanes')} lanes", _width(ramp), limit, ramp.id)


def single_ramp_labelled_double(edit: Edit, rng: Random) -> Breach:
    ramp = pick(edit, rng, RAMP)
    side = long_sides(ramp.polygon)[0]
    ramp.reshape(side.box((0.0, side.length), (-4.0, 0.0)))
    ramp.set("lanes", "2")
    return below("width of a straight ramp of two lanes", _width(ramp), RUN_M["2"], ramp.id)


def curved_ramp_narrow(edit: Edit, rng: Random) -> Breach:
    ramp = pick(edit, rng, RAMP)
    side = long_sides(ramp.polygon)[0]
    limit = CURVED_M[ramp.value("lanes")]
    ramp.reshape(side.box((0.0, side.length), (-limit + 0.4, 0.0)))
    ramp.set("form", "curved")
    return below(f"width of a curved ramp of {ramp.value('lanes')} lanes", _width(ramp), limit, ramp.id)


def mouth_narrow(edit: Edit, rng: Random) -> Breach:
    """The paved run before the mouth drawn 3 m wide, whatever lay there."""
    ramp, side, road = _mouth(edit, rng)
    run = road.polygon.distance(Point(side.at(side.length / 2.0, 0.0)))
    strip = Polygon(side.box((-4.0, side.length + 4.0), (0.1, run - 0.1)))
    paved = [one for one in edit.things("ground.paved", "ground.turning_head") if one.polygon.intersects(strip)]
    edit.delete(*paved)
    middle = side.length / 2.0
    edit.add("ground.paved", "G-x", side.box((middle - 1.5, middle + 1.5), (0.0, run)), [f"block={ramp.value('block')}"])
    return below(f"paving at the mouth of a ramp of {ramp.value('lanes')} lanes", 3.0, MOUTH_M[ramp.value("lanes")], ramp.id)


# grade
def ramp_steep(edit: Edit, rng: Random) -> Breach:
    ramp = pick(edit, rng, RAMP)
    ramp.set("grade", "0.18")
    return above("grade of a straight ramp", float(ramp.value("grade")), STRAIGHT_GRADE, ramp.id)


def curved_ramp_steep(edit: Edit, rng: Random) -> Breach:
    ramp = pick(edit, rng, RAMP)
    ramp.set("form", "curved")
    ramp.set("grade", "0.13")
    return above("grade of a curved ramp", float(ramp.value("grade")), CURVED_GRADE, ramp.id)


def ramps_a_little_steep(edit: Edit, _: Random) -> Breach:
    for ramp in edit.some(RAMP):
        ramp.set("grade", "0.155")
    return above("grade of every ramp", float(ramp.value("grade")), STRAIGHT_GRADE, ramp.id)


def ramp_silent(edit: Edit, rng: Random) -> Breach:
    ramp = pick(edit, rng, RAMP)
    ramp.set("grade", None)
    return unlike("grade on a ramp's label", ramp.value("grade"), "a number", ramp.id)


# the run to the road
def _run(side: Side, road: Thing, ramp: Thing, limit: float) -> Breach:
    mouth = LineString([side.start, side.at(side.length, 0.0)])
    return below("level run from a ramp to the road", mouth.distance(road.polygon), limit, ramp.id)


def ramp_moved_to_the_road(edit: Edit, rng: Random) -> Breach:
    ramp, side, road = _mouth(edit, rng)
    ramp.move(side.out[0] * 2.0, side.out[1] * 2.0)
    return _run(Side(side.at(0.0, 2.0), side.along, side.length, side.out), road, ramp, BUFFER_M)


def road_widened_to_the_ramp(edit: Edit, rng: Random) -> Breach:
    ramp, side, road = _mouth(edit, rng)
    set_width(edit, road, width_of(edit, road) + 4.0)
    return _run(side, road, ramp, BUFFER_M)


def ramp_drawn_out_to_the_road(edit: Edit, rng: Random) -> Breach:
    ramp, side, road = _mouth(edit, rng)
    length = long_sides(ramp.polygon)[0].length
    ramp.reshape(side.box((0.0, side.length), (-length, 3.0)))
    return _run(Side(side.at(0.0, 3.0), side.along, side.length, side.out), road, ramp, BUFFER_M)


def run_without_paving(edit: Edit, rng: Random) -> Breach:
    """No paving about the ramp: none of its sides leads to a road."""
    ramp, _, _ = _mouth(edit, rng)
    edit.delete(*near(edit, ramp.polygon, 20.0, "ground.paved", "ground.turning_head"))
    for way in near(edit, ramp.polygon, 4.0, "way.main", "way.access"):
        raise NoPlaceError(f"{way.id} passes at the ramp")
    left = near(edit, ramp.polygon, 4.0, "ground.paved", "ground.turning_head")
    return below("pieces of paving beside a ramp", float(len(left)), 1.0, ramp.id)


def ramp_to_a_street(edit: Edit, rng: Random) -> Breach:
    """A new ramp that opens 5 m before a public street, where no road of the block lies between."""
    taken = union_all([one.polygon for one in motor_ways(edit)])
    for street in shuffled(rng, edit.some("way.street")):
        for side in sides_of(street.polygon)[:2]:
            for along in range(20, int(side.length) - 20, 10):
                place = Polygon(side.box((along - 10.0, along + 17.0), (0.5, 45.0)))
                if edit.site.contains(place) and not taken.intersects(place):
                    words = [f"of={edit.some('ground.garage')[0].id}", "form=straight", "grade=0.15", "lanes=2"]
                    ramp = edit.add(RAMP, "G-x", side.box((along, along + 7.0), (5.0, 35.0)), words)
                    edit.add("ground.paved", "G-y", side.box((along, along + 7.0), (0.0, 5.0)))
                    return below("level run from a ramp to a street", gap(ramp, street), BUFFER_CITY_M, ramp.id)
    raise NoPlaceError("no open ground beside a street")


def ramp_to_a_road_outside(edit: Edit, rng: Random) -> Breach:
    """The same before a road along the site."""
    taken = union_all([one.polygon for one in motor_ways(edit)])
    middle = edit.site.centroid
    for edge in shuffled(rng, city_edges(edit)):
        (ax, ay), (bx, by) = edge.points[0], edge.points[1]
        length = edge.line.length
        side = Side((ax, ay), ((bx - ax) / length, (by - ay) / length), length, (-(by - ay) / length, (bx - ax) / length))
        if Point(side.at(length / 2.0, 1.0)).distance(middle) > Point(side.at(length / 2.0, -1.0)).distance(middle):
            continue
        for along in range(20, int(length) - 20, 10):
            place = Polygon(side.box((along - 10.0, along + 17.0), (0.5, 42.0)))
            if edit.site.contains(place) and not taken.intersects(place):
                words = [f"of={edit.some('ground.garage')[0].id}", "form=straight", "grade=0.15", "lanes=2"]
                ramp = edit.add(RAMP, "G-x", side.box((along, along + 7.0), (6.5, 36.0)), words)
                edit.add("ground.paved", "G-y", side.box((along, along + 7.0), (0.0, 6.5)))
                return below("level run from a ramp to a road of the city", gap(ramp, edge), BUFFER_CITY_M, ramp.id)
    raise NoPlaceError("no open ground beside a road along the site")


# what a ramp opens before
def _before(edit: Edit, rng: Random, at: float, deep: float) -> tuple[Thing, list[tuple[float, float]]]:
    ramp, side, _ = _mouth(edit, rng)
    return ramp, side.box((-2.0, side.length + 2.0), (at, at + deep))


def ramp_into_a_play_ground(edit: Edit, rng: Random) -> Breach:
    ramp, corners = _before(edit, rng, 7.0, 12.0)
    ground = pick(edit, rng, "ground.play_ground")
    ground.reshape(corners)
    return below("from a ramp's mouth to a play ground", gap(ramp, ground), FACING_M, ramp.id)


def ramp_before_a_home(edit: Edit, rng: Random) -> Breach:
    ramp, corners = _before(edit, rng, 9.0, 14.0)
    home = pick(edit, rng, HOME)
    home.reshape(corners)
    return below("from a ramp's mouth to a home", gap(ramp, home), FACING_M, ramp.id)


def ramp_before_a_class_ground(edit: Edit, rng: Random) -> Breach:
    ramp, corners = _before(edit, rng, 8.0, 8.0)
    ground = pick(edit, rng, "ground.class_ground", "ground.nursery_ground", "ground.shared_ground")
    ground.reshape(corners)
    return below("from a ramp's mouth to a ground of children", gap(ramp, ground), FACING_M, ramp.id)


FAULTS = (
    *ways_to_break(
        "ramps.width",
        ("PARK-11.width",),
        {
            "a straight ramp 0.3 m too narrow": ramp_narrow,
            "a ramp of 4 m labelled with two lanes": single_ramp_labelled_double,
        },
    ),
    *ways_to_break("ramps.width", ("PARK-11.curved",), {"a curved ramp 0.4 m too narrow": curved_ramp_narrow}),
    *ways_to_break("ramps.width", ("PARK-11.mouth",), {"3 m of paving at the mouth of a ramp": mouth_narrow}),
    *ways_to_break(
        "ramps.grade",
        ("PARK-11.grade",),
        {
            "a straight ramp of 18 %": ramp_steep,
            "a curved ramp of 13 %": curved_ramp_steep,
            "every ramp of 15.5 %": ramps_a_little_steep,
        },
    ),
    *ways_to_break("ramps.grade", ("PARK-11.grade",), {"a ramp that says no grade": ramp_silent}, "blocked"),
    *ways_to_break(
        "ramps.buffer",
        ("ROAD-15.site",),
        {
            "a ramp moved 2 m toward the road": ramp_moved_to_the_road,
            "a road widened by 2 m toward a ramp": road_widened_to_the_ramp,
            "a ramp drawn out by 3 m toward the road": ramp_drawn_out_to_the_road,
            "a ramp without paving before it": run_without_paving,
        },
    ),
    *ways_to_break(
        "ramps.buffer",
        ("ROAD-15.city",),
        {"a ramp 5 m before a street": ramp_to_a_street, "a ramp 6.5 m before a road along the site": ramp_to_a_road_outside},
    ),
    *ways_to_break(
        "ramps.facing",
        ("PARK-11.facing",),
        {
            "a garage ramp into a play ground": ramp_into_a_play_ground,
            "a garage ramp 9 m before a home": ramp_before_a_home,
            "a garage ramp 8 m before a ground of children": ramp_before_a_class_ground,
        },
    ),
)
