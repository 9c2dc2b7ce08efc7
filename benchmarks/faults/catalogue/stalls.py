"""Faults of single stalls: too small for a car, and no aisle before them."""

from itertools import pairwise
from random import Random

from shapely import union_all
from shapely.geometry import Point

from benchmarks.faults.builders import pick
from benchmarks.faults.drawing import Edit, NoPlaceError
from benchmarks.faults.fault import Breach, below
from benchmarks.faults.placing import Side, shuffled, sides_of
from benchmarks.faults.roads import (
    add_stall,
    centre_of,
    motor_ways,
    set_width,
    width_of,
)
from benchmarks.faults.thing import Thing
from benchmarks.faults.ways import ways_to_break

CAR, ACCESSIBLE = "stall.car", "stall.accessible"
WIDE_M, LONG_M, LONG_BACK_M, LONG_ALONG_M = 2.4, 5.3, 5.1, 6.0  # JGJ 100 4.3.4
AISLE_M, AISLE_ALONG_M = 5.5, 3.8  # JGJ 100 table 4.3.4
ACCESSIBLE_M = (3.7, 5.3)  # 2.50 and an aisle of 1.20, GB 55019 2.9.2
TOUCHES_M = 0.2


def entered(edit: Edit, rng: Random, role: str) -> tuple[Thing, Side]:
    """A stall square to a road, and the short side on that road."""
    roads = union_all([one.polygon for one in motor_ways(edit)])
    for stall in shuffled(rng, edit.some(role)):
        for side in sides_of(stall.polygon)[2:]:
            if all(roads.distance(Point(side.at(side.length * share, 0.0))) < TOUCHES_M for share in (0.1, 0.5, 0.9)):
                return stall, side
    raise NoPlaceError("no stall that lies square to a road")


def _redrawn(stall: Thing, front: Side, wide: float, deep: float) -> tuple[float, float]:
    """A stall redrawn from its front: its short and its long side."""
    stall.reshape(front.box((0.0, wide), (-deep, 0.0)))
    lengths = [side.length for side in sides_of(stall.polygon)]
    return min(lengths), max(lengths)


# size
def stall_narrow(edit: Edit, rng: Random) -> Breach:
    stall, front = entered(edit, rng, CAR)
    return below("width of a stall", _redrawn(stall, front, 2.2, 5.3)[0], WIDE_M, stall.id)


def stall_short(edit: Edit, rng: Random) -> Breach:
    stall, front = entered(edit, rng, CAR)
    return below("length of a stall", _redrawn(stall, front, 2.5, 4.8)[1], LONG_BACK_M, stall.id)


def stall_along_short(edit: Edit, rng: Random) -> Breach:
    stall, _ = _along(edit, rng, 5.3, None)
    return below("length of a stall along a lane", max(side.length for side in sides_of(stall.polygon)), LONG_ALONG_M, stall.id)


def accessible_narrow(edit: Edit, rng: Random) -> Breach:
    stall, front = entered(edit, rng, ACCESSIBLE)
    return below("width of an accessible stall with its aisle", _redrawn(stall, front, 2.5, 5.3)[0], ACCESSIBLE_M[0], stall.id)


def accessible_short(edit: Edit, rng: Random) -> Breach:
    stall, front = entered(edit, rng, ACCESSIBLE)
    return below("length of an accessible stall", _redrawn(stall, front, 3.7, 5.0)[1], ACCESSIBLE_M[1], stall.id)


def car_stall_called_accessible(edit: Edit, rng: Random) -> Breach:
    stall, _ = entered(edit, rng, CAR)
    edit.retype(stall, ACCESSIBLE)
    return below(
        "width of an accessible stall", min(side.length for side in sides_of(stall.polygon)), ACCESSIBLE_M[0], stall.id
    )


# aisles
def _along(edit: Edit, rng: Random, long: float, lane_m: float | None) -> tuple[Thing, Thing]:
    """A stall drawn along the longest straight piece of an access lane; the lane redrawn, if asked, so wide."""
    for lane in shuffled(rng, edit.some("way.access")):
        line = centre_of(edit, lane).line
        (ax, ay), (bx, by) = max(pairwise(line.coords), key=lambda ends: Point(ends[0]).distance(Point(ends[1])))
        length = Point(ax, ay).distance(Point(bx, by))
        if length < 3.0 * long:
            continue
        half = (width_of(edit, lane) if lane_m is None else lane_m) / 2.0
        if lane_m is not None:
            set_width(edit, lane, lane_m)
        along = ((bx - ax) / length, (by - ay) / length)
        side = Side((ax, ay), along, length, (along[1], -along[0]))
        return add_stall(edit, 1, side.box((length / 2.0, length / 2.0 + long), (half, half + 2.4))), lane
    raise NoPlaceError("no straight access lane")


def lane_narrow_beside_a_stall(edit: Edit, rng: Random) -> Breach:
    stall, lane = _along(edit, rng, 6.2, 3.2)
    return below("lane before a stall along it", lane.polygon.area / centre_of(edit, lane).line.length, AISLE_ALONG_M, stall.id)


def _before(edit: Edit, rng: Random, at: float) -> tuple[Thing, list[tuple[float, float]]]:
    stall, front = entered(edit, rng, CAR)
    return stall, front.box((-1.0, front.length + 1.0), (at, at + 2.2))


def car_opposite(edit: Edit, rng: Random) -> Breach:
    stall, corners = _before(edit, rng, 3.5)
    return below(
        "aisle before a car parked opposite", add_stall(edit, 1, corners).place.distance(stall.place), AISLE_M, stall.id
    )


def shed_opposite(edit: Edit, rng: Random) -> Breach:
    stall, corners = _before(edit, rng, 4.5)
    shed = pick(edit, rng, "ground.bike_shed")
    shed.reshape(corners)
    return below("aisle before a shed", shed.place.distance(stall.place), AISLE_M, stall.id)


def booth_opposite(edit: Edit, rng: Random) -> Breach:
    stall, corners = _before(edit, rng, 2.5)
    return below(
        "aisle before a booth", edit.add("ground.gatehouse", "G-x", corners).place.distance(stall.place), AISLE_M, stall.id
    )


FAULTS = (
    *ways_to_break("stalls.size", ("PARK-01.width",), {"a stall 2.2 m wide": stall_narrow}),
    *ways_to_break("stalls.size", ("PARK-01.length",), {"a stall 4.8 m long": stall_short}),
    *ways_to_break("stalls.size", ("PARK-02.length",), {"a stall of 5.3 m along a lane": stall_along_short}),
    *ways_to_break(
        "stalls.size",
        ("ACC-06.width",),
        {
            "an accessible stall 2.5 m wide": accessible_narrow,
            "a common stall put on the layer of the accessible ones": car_stall_called_accessible,
        },
    ),
    *ways_to_break("stalls.size", ("ACC-06.length",), {"an accessible stall 5.0 m long": accessible_short}),
    *ways_to_break("stalls.aisle", ("PARK-03.along",), {"a lane of 3.2 m before a stall along it": lane_narrow_beside_a_stall}),
    *ways_to_break(
        "stalls.aisle",
        ("PARK-03.square",),
        {
            "a car parked 3.5 m opposite a stall": car_opposite,
            "a bicycle shed 4.5 m opposite a stall": shed_opposite,
            "a booth 2.5 m opposite a stall": booth_opposite,
        },
    ),
)
