"""Faults of fire lanes by themselves: too narrow, too near to walls, too far apart, corners too tight for an engine."""

import math
from random import Random

from shapely import union_all
from shapely.geometry import Point, Polygon
from shapely.geometry.base import BaseGeometry
from shapely.ops import substring

from benchmarks.faults.drawing import Edit, NoPlaceError
from benchmarks.faults.fault import Breach, above, below
from benchmarks.faults.placing import gap, long_sides, near, nearest, shuffled, step_to
from benchmarks.faults.roads import (
    STALL_M,
    add_stall,
    add_way,
    any_fire_lane,
    band,
    centre_of,
    fire_lanes,
    make_footpaths,
    park_on,
    set_width,
    take_away,
)
from benchmarks.faults.thing import At, Thing
from benchmarks.faults.ways import ways_to_break

HOME = "building.dwelling"
WIDE_M = 4.0  # clear width, GB 55037 3.4.5
WALL_M = 5.0  # from the wall, GB 50016 7.1.8
APART_M = 160.0  # between centre lines, GB 50016 7.1.1
ENGINE_M = 9.0  # inner radius of an engine
CAR_M = 3.0  # inner radius of a road, GB 50352 5.2.2
CARRIAGEWAYS = ("way.street", "way.attached", "way.main", "way.access")


# width
def lane_narrow(edit: Edit, rng: Random) -> Breach:
    lane = any_fire_lane(edit, rng)
    set_width(edit, lane, 3.6)
    return below("width of a fire lane", lane.polygon.area / centre_of(edit, lane).line.length, WIDE_M, lane.id)


def car_on_the_lane(edit: Edit, rng: Random) -> Breach:
    lane = any_fire_lane(edit, rng, "access")
    stall = park_on(edit, lane)
    left = lane.polygon.area / centre_of(edit, lane).line.length - 2.5
    if not lane.polygon.contains(stall.polygon.centroid):
        raise NoPlaceError("the car stands beside the lane")
    return below("what a parked car leaves of a fire lane", left, WIDE_M, lane.id)


def pinched_lane(edit: Edit, rng: Random) -> Breach:
    """A narrow place of 6 m halfway along."""
    lane = any_fire_lane(edit, rng, "access", "main")
    line = centre_of(edit, lane).line
    wide, half = lane.polygon.area / line.length, line.length / 2.0
    parts = [(substring(line, 0.0, half - 3.0), wide), (line, 3.0), (substring(line, half + 3.0, line.length), wide)]
    left = union_all([Polygon(band(part, width)) for part, width in parts])
    if not isinstance(left, Polygon) or left.interiors:
        raise NoPlaceError("the lane is too short to be pinched")
    lane.reshape(left.exterior.coords[:-1])
    return below("width of a fire lane at its narrowest", 3.0, WIDE_M, lane.id)


def shed_on_the_lane(edit: Edit, rng: Random) -> Breach:
    lane = any_fire_lane(edit, rng, "access")
    line = centre_of(edit, lane).line
    spot = line.interpolate(0.5, normalized=True)
    shed = nearest(lane, edit.things("ground.bike_shed"))
    middle = shed.polygon.centroid
    shed.move(spot.x - middle.x, spot.y - middle.y)
    return below("what a shed leaves of a fire lane", lane.polygon.area / line.length - 4.0, WIDE_M, lane.id)


def no_fire_lane_at_all(edit: Edit, _: Random) -> Breach:
    for lane in fire_lanes(edit):
        lane.set("fire", "no")
    return below("fire lanes", float(sum(one.value("fire") == "yes" for one in edit.things("way."))), 1.0)


# at the wall
def home_moved_to_lane(edit: Edit, rng: Random) -> Breach:
    home = rng.choice(edit.some(HOME))
    lane = nearest(home, fire_lanes(edit))
    edit.move_building(home, *step_to(home, lane, 3.0))
    return below("from a wall to a fire lane", gap(home, lane), WALL_M, home.id)


def lane_widened(edit: Edit, rng: Random) -> Breach:
    home = rng.choice(edit.some(HOME))
    lane = nearest(home, fire_lanes(edit))
    wide = lane.polygon.area / centre_of(edit, lane).line.length
    set_width(edit, lane, wide + 2.0 * (gap(home, lane) - 3.5))
    return below("from a wall to a fire lane", gap(home, lane), WALL_M, home.id)


def lane_added_at_the_wall(edit: Edit, rng: Random) -> Breach:
    home = rng.choice(edit.some(HOME))
    side = long_sides(home.polygon)[rng.randrange(2)]
    lane = add_way(edit, "access", "R-x", [side.at(0.0, 4.5), side.at(side.length, 4.5)], 4.0, [f"block={home.value('block')}"])
    return below("from a wall to a fire lane", gap(home, lane), WALL_M, home.id)


# spacing
def no_road_for_160_m(edit: Edit, _: Random) -> Breach:
    spot = edit.site.centroid
    take_away(edit, near(edit, spot, 86.0, *CARRIAGEWAYS))
    return _widest(edit, spot)


def footpaths_for_160_m(edit: Edit, _: Random) -> Breach:
    spot = edit.site.centroid
    make_footpaths(edit, near(edit, spot, 86.0, *CARRIAGEWAYS))
    return _widest(edit, spot)


def roads_dragged_off(edit: Edit, rng: Random) -> Breach:
    x0, _, x1, _ = edit.site.bounds
    spot = edit.site.centroid
    for way in near(edit, spot, 86.0, *CARRIAGEWAYS):
        for one in (way, centre_of(edit, way)):
            one.move(2.0 * (x1 - x0), 0.0)
    return _widest(edit, spot)


def _widest(edit: Edit, spot: BaseGeometry) -> Breach:
    lines = edit.things("centre.street", "centre.attached", "centre.main", "centre.access")
    free = min([*(one.line.distance(spot) for one in lines), edit.site.exterior.distance(spot)])
    return above("circle without a carriageway", 2.0 * free, APART_M)


# corners
def _corner(edit: Edit, rng: Random) -> tuple[Thing, At, At, At]:
    """An access lane that ends at the loop square to it: the inner corner of their edges, and the ways away from it.

    The two edges are those of the lane and of the loop; the arc of an engine touches both of them.
    """
    mains = [(one, centre_of(edit, one).line) for one in edit.some("way.main")]
    for lane in shuffled(rng, edit.some("way.access")):
        line = centre_of(edit, lane).line
        (ax, ay), (bx, by) = line.coords[0], line.coords[1]
        run = math.hypot(bx - ax, by - ay)
        ux, uy = (bx - ax) / run, (by - ay) / run
        for main, loop in mains:
            along = loop.project(Point(ax, ay))
            if run < 20.0 or loop.distance(Point(ax, ay)) > 0.05 or not 20.0 < along < loop.length - 20.0:
                continue
            p, q = loop.interpolate(along - 10.0), loop.interpolate(along + 10.0)
            vx, vy = (q.x - p.x) / 20.0, (q.y - p.y) / 20.0
            if abs(vx * ux + vy * uy) > 0.02 or abs(math.hypot(vx, vy) - 1.0) > 0.001:
                continue
            out = main.polygon.area / loop.length / 2.0
            half = lane.polygon.area / line.length / 2.0
            corner = (ax + ux * out + vx * half, ay + uy * out + vy * half)
            return lane, corner, (ux, uy), (vx, vy)
    raise NoPlaceError("no access lane that ends square at a loop")


def _radius(inset: float) -> float:
    """Widest arc that passes a corner of something so far from both edges: (r - a)^2 + (r - a)^2 = r^2."""
    return inset * (2.0 + math.sqrt(2.0))


def _at_corner(corner: At, one: At, other: At, start: float, size: tuple[float, float]) -> list[At]:
    """A box in the angle of two edges, so far from both."""
    (x, y), (ux, uy), (vx, vy) = corner, one, other
    ends = [(start, start), (start + size[0], start), (start + size[0], start + size[1]), (start, start + size[1])]
    return [(x + ux * a + vx * b, y + uy * a + vy * b) for a, b in ends]


def stall_in_a_corner(edit: Edit, rng: Random) -> Breach:
    lane, corner, one, other = _corner(edit, rng)
    add_stall(edit, 1, _at_corner(corner, one, other, 0.4, STALL_M))
    return below("inner radius past a parked car", _radius(0.4), CAR_M, lane.id)


def booth_in_a_corner(edit: Edit, rng: Random) -> Breach:
    lane, corner, one, other = _corner(edit, rng)
    edit.add("ground.gatehouse", "G-x", _at_corner(corner, one, other, 0.6, (2.0, 3.0)))
    return below("inner radius past a booth", _radius(0.6), CAR_M, lane.id)


def shed_in_a_corner(edit: Edit, rng: Random) -> Breach:
    lane, corner, one, other = _corner(edit, rng)
    shed = nearest(lane, edit.things("ground.bike_shed"))
    shed.reshape(_at_corner(corner, one, other, 1.5, (12.0, 6.0)))
    return below("inner radius past a shed", _radius(1.5), ENGINE_M, lane.id)


def house_in_a_corner(edit: Edit, rng: Random) -> Breach:
    lane, corner, one, other = _corner(edit, rng)
    words = ["1F", "H4.50/4.20/4.50", "30.00㎡", f"block={lane.value('block')}", "rating=II"]
    edit.add("building.utility", "X-1", _at_corner(corner, one, other, 2.2, (5.0, 6.0)), words)
    return below("inner radius past a plant room", _radius(2.2), ENGINE_M, lane.id)


FAULTS = (
    *ways_to_break(
        "fire.lane_width",
        ("FIRE-08",),
        {
            "a fire lane drawn 3.6 m wide": lane_narrow,
            "a car parked on a fire lane": car_on_the_lane,
            "a fire lane pinched to 3 m": pinched_lane,
            "a bicycle shed on a fire lane": shed_on_the_lane,
            "no lane a fire lane any more": no_fire_lane_at_all,
        },
    ),
    *ways_to_break(
        "fire.lane_gap",
        ("FIRE-12",),
        {
            "a home moved to 3 m from a fire lane": home_moved_to_lane,
            "a fire lane widened to 3.5 m from a wall": lane_widened,
            "a fire lane drawn 2.5 m before a wall": lane_added_at_the_wall,
        },
    ),
    *ways_to_break(
        "fire.lane_spacing",
        ("FIRE-14",),
        {
            "every road within 80 m of the middle dropped": no_road_for_160_m,
            "every road within 80 m of the middle a footpath": footpaths_for_160_m,
            "every road within 80 m of the middle dragged off the site": roads_dragged_off,
        },
    ),
    *ways_to_break(
        "fire.turning_radius",
        ("ROAD-09.radius",),
        {"a car parked in the corner of two lanes": stall_in_a_corner, "a booth in the corner of two lanes": booth_in_a_corner},
    ),
    *ways_to_break(
        "fire.turning_radius",
        ("FIRE-17",),
        {
            "a shed in the corner of two fire lanes": shed_in_a_corner,
            "a plant room in the corner of two fire lanes": house_in_a_corner,
        },
    ),
)
