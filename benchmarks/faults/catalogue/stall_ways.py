"""Faults of how stalls are come to: no road to them, no level way from them, on the ground of fire engines."""

from random import Random

from shapely import union_all
from shapely.geometry.base import BaseGeometry

from benchmarks.faults.builders import pick
from benchmarks.faults.catalogue.stalls import entered
from benchmarks.faults.drawing import Edit
from benchmarks.faults.fault import Breach, above
from benchmarks.faults.placing import free_box, long_sides, near
from benchmarks.faults.roads import (
    STALL_M,
    add_stall,
    add_way,
    any_fire_lane,
    city_edges,
    motor_ways,
    park_on,
    take_away,
)
from benchmarks.faults.thing import Thing
from benchmarks.faults.ways import ways_to_break

CAR, ACCESSIBLE = "stall.car", "stall.accessible"
TOUCHES_M = 0.2


def _firm(edit: Edit) -> BaseGeometry:
    """Roads, paving and turning heads."""
    return union_all([one.polygon for one in (*motor_ways(edit), *edit.things("ground.paved", "ground.turning_head"))])


def _in_the_green(edit: Edit, rng: Random) -> list[tuple[float, float]]:
    """Corners of a stall in open ground, clear of all roads, paving and houses."""
    taken = [
        one.polygon.buffer(3.0)
        for one in (*edit.things("way.", "building."), *edit.things("ground.paved", "ground.turning_head"))
    ]
    taken += [one.line.buffer(8.0) for one in edit.things("edge")]
    return [(x, y) for x, y in free_box(edit, rng, *STALL_M, *taken).exterior.coords[:-1]]


def _from_firm(edit: Edit, stall: Thing) -> Breach:
    streets = [one.line for one in city_edges(edit)]
    gap = min(union_all([_firm(edit), *streets]).distance(stall.polygon), 1000.0)
    return above("from a stall to any road or paving", gap, TOUCHES_M, stall.id)


def stall_added_in_the_green(edit: Edit, rng: Random) -> Breach:
    return _from_firm(edit, add_stall(edit, 1, _in_the_green(edit, rng)))


def stall_moved_into_the_green(edit: Edit, rng: Random) -> Breach:
    stall = pick(edit, rng, CAR)
    stall.reshape(_in_the_green(edit, rng))
    return _from_firm(edit, stall)


def road_before_a_stall_dropped(edit: Edit, rng: Random) -> Breach:
    stall, _ = entered(edit, rng, CAR)
    take_away(edit, [one for one in motor_ways(edit) if one.polygon.distance(stall.polygon) < 1.0])
    edit.delete(*near(edit, stall.polygon, 1.0, "ground.paved", "ground.turning_head"))
    return _from_firm(edit, stall)


def roads_out_of_a_block_dropped(edit: Edit, rng: Random) -> Breach:
    """A block whose roads are all there but lead nowhere."""
    stall = pick(edit, rng, CAR, where=lambda one: one.value("block") != "")
    block = stall.value("block")
    outside = union_all(
        [*(one.polygon for one in edit.things("way.street", "way.attached")), *(one.line for one in city_edges(edit))]
    )
    take_away(edit, [one for one in edit.of(block, "block", "way.main", "way.access") if one.polygon.distance(outside) < 1.0])
    paths = {one.id for one in edit.things("way.footpath") if one.place.distance(outside) < 1.0}
    edit.delete(*[one for one in edit.things("way.footpath", "centre.footpath") if one.id in paths])
    edit.delete(*[one for one in edit.things("ground.paved") if one.place.distance(outside) < 1.0])
    left = edit.of(block, "block", "way.main", "way.access")
    return above(
        "from the roads of a block to those of the city", min(one.polygon.distance(outside) for one in left), 0.5, stall.id
    )


# level ways from accessible stalls
def accessible_in_the_green(edit: Edit, rng: Random) -> Breach:
    stall = pick(edit, rng, ACCESSIBLE)
    x, y = _in_the_green(edit, rng)[0]
    stall.move(x - stall.at[0], y - stall.at[1])
    ways = [one.polygon for one in (*edit.things("way."), *edit.things("ground.paved"))]
    return above("from an accessible stall to any way or paving", union_all(ways).distance(stall.polygon), TOUCHES_M, stall.id)


def _walked(edit: Edit) -> list[Thing]:
    ways = edit.things("way.")
    return [one for one in ways if one.role in ("way.access", "way.footpath") or float(one.value("footway") or 0.0) > 0.0]


def ways_from_it_have_steps(edit: Edit, rng: Random) -> Breach:
    stall = pick(edit, rng, ACCESSIBLE)
    edit.delete(*near(edit, stall.polygon, 1.0, "ground.paved"))
    for way in near(edit, stall.polygon, 1.0, "way."):
        way.set("steps", "yes")
    level = [one for one in _walked(edit) if one.value("steps") != "yes"]
    streets = [one.line for one in city_edges(edit)]
    return above(
        "from an accessible stall to a way without steps",
        union_all([*(one.polygon for one in level), *streets]).distance(stall.polygon),
        TOUCHES_M,
        stall.id,
    )


def ways_from_it_without_footway(edit: Edit, rng: Random) -> Breach:
    stall = pick(edit, rng, ACCESSIBLE)
    edit.delete(*near(edit, stall.polygon, 1.0, "ground.paved"))
    for way in near(edit, stall.polygon, 1.0, "way."):
        if way.role in ("way.access", "way.footpath"):
            take_away(edit, [way])
        else:
            way.set("footway", "0.0")
    streets = [one.line for one in city_edges(edit)]
    gap = union_all([*(one.polygon for one in _walked(edit)), *streets]).distance(stall.polygon)
    return above("from an accessible stall to a way that is walked on", gap, TOUCHES_M, stall.id)


# off the ground of engines
def _upon(stall: Thing, other: Thing) -> Breach:
    return above(f"m2 of {other.id} under a stall", stall.polygon.intersection(other.polygon).area, 0.0, stall.id)


def stall_on_a_lane(edit: Edit, rng: Random) -> Breach:
    lane = any_fire_lane(edit, rng, "access")
    return _upon(park_on(edit, lane, rng.uniform(0.2, 0.8)), lane)


def stall_on_a_rescue_ground(edit: Edit, rng: Random) -> Breach:
    ground = pick(edit, rng, "ground.fire_ground")
    side = long_sides(ground.polygon)[0]
    return _upon(add_stall(edit, 1, side.box((3.0, 3.0 + STALL_M[0]), (-STALL_M[1] - 2.0, -2.0))), ground)


def stall_moved_onto_a_lane(edit: Edit, rng: Random) -> Breach:
    stall = pick(edit, rng, CAR)
    lane = min(
        (one for one in motor_ways(edit) if one.value("fire") == "yes"), key=lambda one: one.polygon.distance(stall.polygon)
    )
    spot = lane.polygon.representative_point()
    middle = stall.polygon.centroid
    stall.move(spot.x - middle.x, spot.y - middle.y)
    return _upon(stall, lane)


def stall_in_a_turning_head(edit: Edit, rng: Random) -> Breach:
    head = pick(edit, rng, "ground.turning_head")
    side = long_sides(head.polygon)[0]
    return _upon(add_stall(edit, 1, side.box((1.0, 1.0 + STALL_M[0]), (-STALL_M[1], 0.0))), head)


def lane_across_stalls(edit: Edit, rng: Random) -> Breach:
    stall = pick(edit, rng, CAR)
    side = long_sides(stall.polygon)[0]
    way = add_way(edit, "access", "R-x", [side.at(-20.0, -1.0), side.at(20.0, -1.0)], 4.0)
    return _upon(stall, way)


FAULTS = (
    *ways_to_break(
        "stalls.reachable",
        ("PARK-04",),
        {
            "a stall drawn in the green": stall_added_in_the_green,
            "a stall moved into the green": stall_moved_into_the_green,
            "the road before a stall dropped": road_before_a_stall_dropped,
            "the roads out of a block dropped": roads_out_of_a_block_dropped,
        },
    ),
    *ways_to_break(
        "stalls.step_free",
        ("ACC-06.link",),
        {
            "an accessible stall moved into the green": accessible_in_the_green,
            "steps on every way from an accessible stall": ways_from_it_have_steps,
            "no footway from an accessible stall": ways_from_it_without_footway,
        },
    ),
    *ways_to_break(
        "stalls.off_fire",
        ("CRC-B10.fire",),
        {
            "a stall on a fire lane": stall_on_a_lane,
            "a stall on a rescue ground": stall_on_a_rescue_ground,
            "a stall moved onto a fire lane": stall_moved_onto_a_lane,
            "a stall in a turning head": stall_in_a_turning_head,
            "a fire lane drawn across stalls": lane_across_stalls,
        },
    ),
)
