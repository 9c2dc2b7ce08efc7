"""The paths of a garden: axis, cross path and the walk round it, led on to streets and to the community's own ways."""

from dataclasses import replace

import shapely
from shapely.geometry import LineString, Point
from shapely.ops import substring

from layoutgen.geometry.parts import lines
from layoutgen.model.kinds import RoadClass, SpotKind
from layoutgen.stages.grounds.board import Board, as_array, near
from layoutgen.stages.grounds.frontage import Frontage, find_frontages
from layoutgen.stages.grounds.garden_plan import GardenPlan, Vector, car_gap, inward, ray, reach_of
from layoutgen.stages.grounds.paths import OPEN_KINDS, all_lines, joined
from layoutgen.stages.grounds.ways import WayKindOf, foot_way, lay_way

ON_M = 0.02
REACH_M = 24.0  # how far beyond the walk a path is led on [m]
APART_M = 28.0  # between the garden's entrances on one street [m]
SIDE_MARGIN_M = 9.0  # of a side entrance from the ends of its frontage [m]
SIDE_PITCH_M = 4.0
VERGE_M = 0.3


def lay_walks(board: Board, plan: GardenPlan) -> None:
    """Lay axis, cross path and walk, and lead them out of the garden wherever something is near."""
    choices = board.commission.choices.grounds
    axis, cross = (_path(board, width) for width in (choices.garden_axis_m, choices.garden_cross_m))
    board.add_spot(SpotKind.PEDESTRIAN_GATE, plan.gate, plan.lot.id)
    entries = [plan.gate]
    far = _led_on(board, plan, plan.ahead, choices.garden_axis_m, entries)
    lay_way(board, joined(plan.front.arrival(plan.gate), plan.gate, *far), axis)
    ends = [_led_on(board, plan, side, choices.garden_cross_m, entries) for side in (plan.across, _back(plan.across))]
    for end in ends:
        lay_way(board, joined(plan.centre, *end), cross)
    _lay_ring(board, plan)
    for front in find_frontages(board, plan.lot.outline):
        _lay_side_entries(board, plan, front, entries)


def _path(board: Board, width_m: float) -> WayKindOf:
    return replace(foot_way(board, ""), width_m=width_m)


def _back(direction: Vector) -> Vector:
    return -direction[0], -direction[1]


def _led_on(board: Board, plan: GardenPlan, direction: Vector, width_m: float, entries: list[Point]) -> list[Point]:
    """Points of a path from the centre in a direction: the walk, and where it can be the gate and the way beyond."""
    own = ray(plan.centre, direction, reach_of(plan.walk))
    inside = [run for run in lines(shapely.intersection(own, plan.walk)) if run.distance(plan.centre) < ON_M]
    if not inside:
        return [plan.centre]
    out = max((Point(p) for p in inside[0].coords), key=plan.centre.distance)
    goal = _goal(board, out, direction)
    if goal is None or not _is_clear(board, LineString([out, goal]), width_m / 2.0):
        return [out]
    gate = _gate_between(board, plan, out, goal)
    if gate is not None:
        if not _may_enter(board, gate, entries):
            return [out]
        board.add_spot(SpotKind.PEDESTRIAN_GATE, gate, plan.lot.id)
        entries.append(gate)
    return [out, goal]


def _goal(board: Board, start: Point, direction: Vector) -> Point | None:
    """The first walked line or road that a ray meets; none in a gated block."""
    sight = ray(start, direction, REACH_M)
    roads = [edge.line for edge in board.commission.site.edges if edge.road_class is not RoadClass.NONE]
    meets = shapely.intersection(sight, shapely.union_all(as_array([*near(as_array([*all_lines(board), *roads]), sight)])))
    points = [Point(p) for p in shapely.get_coordinates(meets)]
    goal = min((p for p in points if p.distance(start) > ON_M), key=start.distance, default=None)
    gated = [block.outline for block in board.allocation.blocks if block.is_gated]
    return None if goal is None or len(near(as_array(gated), LineString([start, goal]))) else goal


def _is_clear(board: Board, leg: LineString, half_m: float) -> bool:
    """Whether nothing stands where a path would lie, and all of it on the site."""
    laid = board.laid_outlines(OPEN_KINDS)
    inside = board.commission.site.boundary.buffer(ON_M).covers(leg)
    return bool(inside) and not len(near(board.walls(), leg, half_m + VERGE_M)) and not len(near(laid, leg, half_m))


def _gate_between(board: Board, plan: GardenPlan, start: Point, goal: Point) -> Point | None:
    """Where a line leaves the garden over a frontage; None where it leaves it elsewhere."""
    leaves = shapely.intersection(LineString([start, goal]), plan.lot.outline.exterior)
    if leaves.is_empty:
        leaves = goal
    place = Point(shapely.get_coordinates(leaves)[0])
    return place if any(front.line.distance(place) < ON_M for front in find_frontages(board, plan.lot.outline)) else None


def _may_enter(board: Board, gate: Point, entries: list[Point]) -> bool:
    away = board.commission.choices.grounds.gate_entrance_m
    return car_gap(board, gate) >= away and all(gate.distance(entry) >= APART_M for entry in entries)


def _lay_ring(board: Board, plan: GardenPlan) -> None:
    """The walk as open ways, from each path that it meets to the next."""
    border = LineString(plan.walk.exterior.coords)
    met = shapely.get_coordinates(
        shapely.intersection(border, shapely.union_all(as_array(near(as_array(all_lines(board)), border))))
    )
    cuts = sorted({round(float(border.project(Point(p))), 3) for p in met})
    if len(cuts) < 2:
        cuts = [0.0, border.length / 2.0]
    what = _path(board, board.commission.choices.grounds.garden_ring_m)
    for start, end in zip(cuts, [*cuts[1:], cuts[0]], strict=True):
        lay_way(board, _stretch(border, start, end), what)


def _stretch(border: LineString, start: float, end: float) -> LineString:
    """A closed line from one place along it to another, over its first point where need be."""
    if end > start:
        return LineString(substring(border, start, end).coords)
    tail, head = substring(border, start, border.length), substring(border, 0.0, end)
    return joined(*(Point(p) for part in (tail, head) for p in part.coords))


def _lay_side_entries(board: Board, plan: GardenPlan, front: Frontage, entries: list[Point]) -> None:
    """Short paths from the walk to the street, as many as the street has room for."""
    half = board.commission.choices.grounds.garden_cross_m / 2.0
    direction = inward(front)
    places = front.points(SIDE_MARGIN_M, SIDE_PITCH_M)
    for gate in sorted(places, key=lambda p: (-min(p.distance(e) for e in entries), p.x, p.y)):
        inside = shapely.intersection(ray(gate, direction, REACH_M), plan.walk)
        if inside.is_empty or not _may_enter(board, gate, entries):
            continue
        start = min((Point(p) for p in shapely.get_coordinates(inside)), key=gate.distance)
        if start.distance(gate) < half or not _is_clear(board, LineString([start, gate]), half):  # on the walk already
            continue
        lay_way(board, joined(start, gate, front.arrival(gate)), _path(board, 2.0 * half))
        board.add_spot(SpotKind.PEDESTRIAN_GATE, gate, plan.lot.id)
        entries.append(gate)
