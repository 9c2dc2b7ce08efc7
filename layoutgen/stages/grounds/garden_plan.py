"""The idea of a garden 社区游园: where one comes in, the axis from there, its centre, and the walk round it."""

from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.parts import largest, lines
from layoutgen.model.kinds import SpotKind
from layoutgen.model.plan import Lot
from layoutgen.stages.grounds.board import Board, areal, near
from layoutgen.stages.grounds.frontage import Frontage, find_frontages

Vector = tuple[float, float]

WALL_M = 2.0  # of the walk's edge off walls [m]
GROUND_M = 1.2  # and off what is laid already [m]
CORE_LEAST_M2 = 350.0  # a smaller inside has no walk round it [m2]
NECK_M = 7.0  # half the width below which the walk turns back [m]
PITCH_M = 3.0  # between the places tried for the main entrance [m]
MARGIN_M = 6.0  # of an entrance from the ends of its frontage [m]
SMOOTH_M = 0.08
SEGMENTS = 4  # of a quarter of a rounded corner


@dataclass(frozen=True, slots=True, kw_only=True)
class GardenPlan:
    """A garden before its paths are laid."""

    lot: Lot
    walk: Polygon  # inside the centre line of the walk round it
    front: Frontage  # the street from which the axis comes
    gate: Point
    ahead: Vector  # unit vector of the axis, inwards
    centre: Point  # where axis and cross path meet

    @property
    def across(self) -> Vector:
        """Unit vector to the left of the axis."""
        return -self.ahead[1], self.ahead[0]


def plan_garden(board: Board, lot: Lot) -> GardenPlan | None:
    """Find walk, entrance and centre; None where the garden is too narrow or lies on no road."""
    walk = _walk(board, lot)
    if walk is None:
        return None
    entries = [entry for front in find_frontages(board, lot.outline) for entry in _entries(board, front, walk)]
    if not entries:
        return None
    aim = walk.centroid
    longest = max(front.line.length for front, _, _ in entries)

    def worth(entry: tuple[Frontage, Point, LineString]) -> tuple[float, float, float]:
        front, gate, chord = entry
        off = abs(_along(front, aim) - front.line.project(gate))
        return (-car_gap(board, gate), off + 0.5 * (longest - front.line.length) - 0.3 * chord.length, gate.x)

    front, gate, chord = min(entries, key=worth)
    return GardenPlan(
        lot=lot, walk=walk, front=front, gate=gate, ahead=inward(front), centre=chord.interpolate(0.5, normalized=True)
    )


def car_gap(board: Board, gate: Point) -> float:
    """Distance of an entrance from the nearest vehicle gate [m], no more than what is asked."""
    away = board.commission.choices.grounds.gate_entrance_m
    cars = [spot.point for spot in board.spots if spot.kind is SpotKind.VEHICLE_GATE]
    return min([away, *(gate.distance(car) for car in cars)])


def inward(front: Frontage) -> Vector:
    """Unit vector from a frontage into its land, which lies on the left of its line."""
    (ax, ay), (bx, by) = shapely.get_coordinates(front.line)[[0, -1]].tolist()
    length = float(np.hypot(bx - ax, by - ay))
    return (ay - by) / length, (bx - ax) / length


def ray(start: Point, direction: Vector, length_m: float) -> LineString:
    """A straight line from a point."""
    return LineString([(start.x, start.y), (start.x + direction[0] * length_m, start.y + direction[1] * length_m)])


def reach_of(shape: BaseGeometry) -> float:
    """Longer than any line inside a shape [m]."""
    west, south, east, north = shape.bounds
    return float(east - west + north - south)


def _walk(board: Board, lot: Lot) -> Polygon | None:
    """What the walk runs round: the lot without its planted edge, walls and grounds, its corners rounded."""
    choices = board.commission.choices.grounds
    half = choices.garden_ring_m / 2.0
    inner = lot.outline.buffer(-(choices.garden_belt_m + half), join_style="mitre")
    walls = shapely.buffer(near(board.walls(), lot.outline, WALL_M + half), WALL_M + half, join_style="mitre")
    laid = shapely.buffer(near(board.laid_outlines(), lot.outline), GROUND_M + half, join_style="mitre")
    left = areal(shapely.difference(inner, shapely.union_all([*walls, *laid])))
    turn = choices.garden_round_m
    wide = _opened(left, NECK_M)
    part = largest(wide)
    while part is not None and part.interiors:  # what lies in the middle is left outside the walk
        hole = Polygon(part.interiors[0])
        out = shapely.shortest_line(hole, part.exterior)
        part = largest(_opened(shapely.difference(part, shapely.union(hole, out.buffer(NECK_M))), NECK_M))
    rounded = None if part is None else largest(part.buffer(-turn, join_style="mitre").buffer(turn, quad_segs=SEGMENTS))
    whole = None if rounded is None else rounded.simplify(SMOOTH_M)
    return whole if isinstance(whole, Polygon) and not whole.interiors and whole.area >= CORE_LEAST_M2 else None


def _opened(land: BaseGeometry, half_m: float) -> BaseGeometry:
    """Land without its necks."""
    wide = land.buffer(-half_m, join_style="mitre").buffer(half_m, join_style="mitre")
    return areal(shapely.intersection(wide, land))


def _entries(board: Board, front: Frontage, walk: Polygon) -> list[tuple[Frontage, Point, LineString]]:
    """Places on a frontage from which a line square to it crosses the garden's inside, with that line there."""
    found = []
    reach, direction = reach_of(walk) + walk.distance(front.line), inward(front)
    for gate in front.points(MARGIN_M, PITCH_M):
        inside = lines(shapely.intersection(ray(gate, direction, reach), walk))
        if inside:
            found.append((front, gate, inside[0]))
    return found


def _along(front: Frontage, point: Point) -> float:
    """Where the foot of a point lies along a frontage [m]."""
    return float(front.line.project(point))
