"""Faults of dead ends: lanes cut off their loops, branches into the open, turning heads too small or parked full."""

from random import Random

from shapely import union_all
from shapely.geometry import LineString, Point

from benchmarks.faults.builders import box_at
from benchmarks.faults.drawing import Edit, NoPlaceError
from benchmarks.faults.fault import Breach, above, below
from benchmarks.faults.placing import shuffled
from benchmarks.faults.roads import add_way, centre_of, cut_back, fire_lanes, motor_ways, take_away, width_of
from benchmarks.faults.thing import Thing
from benchmarks.faults.ways import ways_to_break

HOME = "building.dwelling"
DEAD_M, DEAD_ROAD_M = 40.0, 120.0  # GB 55037 3.4.5; GB 50352 5.2.2
HEAD_M, HEAD_HIGH_M = 12.0, 15.0
CUT_M = 12.0  # so much of a way is cut off


# dead ends
def _to_fork(edit: Edit, way: Thing, from_start: bool) -> float:
    """From a free end of a way to the first other way that joins it [m]."""
    line = centre_of(edit, way).line
    line = line if from_start else line.reverse()
    ways = [one for one in motor_ways(edit) if one is not way]
    others = union_all([*(one.polygon.buffer(0.1) for one in ways), *(centre_of(edit, one).line.buffer(0.1) for one in ways)])
    end = Point(line.coords[0])
    if others.distance(end) < 0.5:
        raise NoPlaceError(f"{way.id} still ends at another way")
    met = line.intersection(others)
    return line.length if met.is_empty else min(line.project(Point(xy)) for part in _parts(met) for xy in part.coords)


def _parts(shape: LineString) -> list[LineString]:
    return [one for one in getattr(shape, "geoms", [shape]) if not one.is_empty]


def _cut_lane(edit: Edit, rng: Random) -> tuple[Thing, float, Point]:
    """An access lane cut off the loop at one end: how far it leads, and its new end."""
    for lane in shuffled(rng, [one for one in fire_lanes(edit) if one.role == "way.access"]):
        line = centre_of(edit, lane).line
        if line.length > DEAD_M + 2.0 * CUT_M:
            at_start = rng.random() < 0.5
            left = cut_back(edit, lane, *((CUT_M, 0.0) if at_start else (0.0, CUT_M)), width_of(edit, lane))
            return lane, _to_fork(edit, lane, at_start), Point(left.coords[0 if at_start else -1])
    raise NoPlaceError("no access lane long enough to be cut off")


def lane_cut_off(edit: Edit, rng: Random) -> Breach:
    lane, leads, _ = _cut_lane(edit, rng)
    return above("a dead end without a turning head leads", leads, DEAD_M, lane.id)


def _add_head(edit: Edit, lane: Thing, end: Point, wide: float) -> None:
    edit.add("ground.turning_head", "G-turn-x", box_at((end.x, end.y), wide, wide), [f"of={lane.id}"])


def head_too_small(edit: Edit, rng: Random) -> Breach:
    lane, leads, end = _cut_lane(edit, rng)
    _add_head(edit, lane, end, 9.0)
    above("a dead end leads", leads, DEAD_M)
    return below("turning head at a dead end", 9.0, HEAD_M, lane.id)


def head_too_small_for_high_rises(edit: Edit, rng: Random) -> Breach:
    lane, leads, end = _cut_lane(edit, rng)
    line = centre_of(edit, lane).line
    if not any(one.heights[1] > 27.0 and one.polygon.distance(line) < 14.0 for one in edit.some(HOME)):
        raise NoPlaceError("no high-rise along the lane")
    _add_head(edit, lane, end, 13.0)
    above("a dead end leads", leads, DEAD_M)
    return below("turning head at a dead end along high-rises", 13.0, HEAD_HIGH_M, lane.id)


def branch_into_the_open(edit: Edit, rng: Random) -> Breach:
    """A new lane from a street or loop into open ground."""
    others = motor_ways(edit)
    ground = union_all([one.polygon for one in others])
    for way in shuffled(rng, [one for one in others if one.role in ("way.street", "way.main")]):
        line = centre_of(edit, way).line
        for share in (0.2, 0.35, 0.5, 0.65, 0.8):
            spot, ahead = line.interpolate(share, normalized=True), line.interpolate(share + 0.01, normalized=True)
            length = spot.distance(ahead)
            for turn in (1.0, -1.0):
                ux, uy = -turn * (ahead.y - spot.y) / length, turn * (ahead.x - spot.x) / length
                run = LineString([(spot.x, spot.y), (spot.x + ux * 52.0, spot.y + uy * 52.0)])
                if edit.site.contains(run) and ground.intersection(run).length < width_of(edit, way):
                    lane = add_way(edit, "access", "R-x", list(run.coords), 4.0)
                    return above("a dead end without a turning head leads", _to_fork(edit, lane, False), DEAD_M, lane.id)
    raise NoPlaceError("no open ground of 52 m beside a road")


def _cut_loop(edit: Edit, rng: Random) -> tuple[Thing, float, Point]:
    """A loop cut open at one end of a piece, once the lanes across its block are gone."""
    for loop in shuffled(rng, [one for one in edit.some("way.main") if centre_of(edit, one).line.length > DEAD_ROAD_M + 30.0]):
        across = edit.of(loop.value("block"), "block", "way.access")
        at_start = rng.random() < 0.5
        others = [one for one in motor_ways(edit) if one is not loop and one not in across]
        line = centre_of(edit, loop).line
        free = line.interpolate(CUT_M if at_start else line.length - CUT_M)
        if min(one.polygon.distance(free) for one in others) > 1.0:
            take_away(edit, across)
            left = cut_back(edit, loop, *((CUT_M, 0.0) if at_start else (0.0, CUT_M)), width_of(edit, loop))
            return loop, _to_fork(edit, loop, at_start), Point(left.coords[0 if at_start else -1])
    raise NoPlaceError("no piece of a loop long enough to be cut open")


def loop_cut_open(edit: Edit, rng: Random) -> Breach:
    loop, leads, _ = _cut_loop(edit, rng)
    return above("a road without a turning place leads", leads, DEAD_ROAD_M, loop.id)


def loop_cut_open_small_head(edit: Edit, rng: Random) -> Breach:
    loop, leads, end = _cut_loop(edit, rng)
    above("a dead end leads", leads, DEAD_ROAD_M)
    _add_head(edit, loop, end, 10.0)
    return below("turning place at the end of a road", 10.0, HEAD_M, loop.id)


def head_parked_full(edit: Edit, rng: Random) -> Breach:
    loop, leads, end = _cut_loop(edit, rng)
    above("a dead end leads", leads, DEAD_ROAD_M)
    _add_head(edit, loop, end, 14.0)
    edit.add("stall.car", "P-x1", box_at((end.x, end.y), 5.3, 2.5), ["ev=reserved", "use=visitor"])
    return below("half of a turning place beside a car parked in its middle", 7.0 - 1.25, HEAD_M, loop.id)


FAULTS = (
    *ways_to_break(
        "fire.dead_end",
        ("FIRE-10",),
        {
            "an access lane cut off its loop at one end": lane_cut_off,
            "an access lane cut off, with a turning head of 9 m": head_too_small,
            "a new lane of 52 m into the open": branch_into_the_open,
        },
    ),
    *ways_to_break(
        "fire.dead_end", ("FIRE-10.high",), {"a turning head of 13 m where high-rises stand": head_too_small_for_high_rises}
    ),
    *ways_to_break(
        "ways.dead_end",
        ("ROAD-10",),
        {
            "a loop cut open and the lanes across it dropped": loop_cut_open,
            "a loop cut open, with a turning place of 10 m": loop_cut_open_small_head,
            "a loop cut open, with a car in the middle of its turning place": head_parked_full,
        },
    ),
)
