"""Places of a garden: the square where its paths cross, the activity ground, a pavilion, and bays with seats along the walk."""

from itertools import pairwise

import numpy as np
import shapely
from shapely import affinity
from shapely.geometry import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.placing import east_axis_deg, rectangles_inside
from layoutgen.model.kinds import GroundKind, WayKind
from layoutgen.model.plan import Lot
from layoutgen.stages.grounds.board import Board, as_array, near
from layoutgen.stages.grounds.free_ground import Gaps, free_ground
from layoutgen.stages.grounds.garden_plan import GardenPlan
from layoutgen.stages.grounds.garden_sports import quiet_ground

ROOM = 1.02  # a ground is laid out this much larger than asked
SHARES = (1.0, 0.75, 0.55)  # of the activity ground's area, where there is no more room
RATIOS = (1.4, 2.0, 1.0, 3.0)  # its long side to its short side, the best first
CORNERS = 16  # of the square where the paths cross
SQUARE_SHARE = 0.22  # its radius to the square root of the garden's inside, at most
EDGE_M = 1.5
GAPS = Gaps(wall_m=3.0, way_m=1.5, path_m=0.6, ground_m=1.2)
PAVILION_M = 6.0  # across
BAY_M = (4.5, 2.2)  # a place to sit: along the walk and off it
STEP_M = 1.0
BAY_STRAIGHT_M = 7.0  # shorter runs of the walk have no bay


def lay_square(board: Board, plan: GardenPlan) -> None:
    """Pave the place where the paths cross."""
    choices = board.commission.choices.grounds
    radius = min(choices.garden_square_m, SQUARE_SHARE * plan.walk.area**0.5)
    turn = np.arctan2(plan.ahead[1], plan.ahead[0]) + np.pi / CORNERS
    angles = turn + np.arange(CORNERS) * 2.0 * np.pi / CORNERS
    ring = np.column_stack([plan.centre.x + radius * np.cos(angles), plan.centre.y + radius * np.sin(angles)])
    shape = shapely.intersection(Polygon(ring), plan.walk)
    if isinstance(shape, Polygon):
        board.add_ground(GroundKind.PAVED, shape, lot=plan.lot.id, use="square")


def lay_activity(board: Board, lot: Lot, plan: GardenPlan | None) -> None:
    """The public activity ground: fitness, path, seats and play, beside the paths near the garden's middle."""
    area = board.commission.program.need(GroundKind.ACTIVITY_GROUND).figure("land_m2") * ROOM
    free = quiet_ground(board, lot, EDGE_M, GAPS)
    azimuth = _azimuth(plan) if plan else east_axis_deg(lot.outline)
    middle = plan.centre if plan else lot.outline.centroid
    own = [way.centre for way in board.ways if way.kind is WayKind.FOOTPATH and way.centre.intersects(lot.outline)]
    paths = shapely.union_all(own)
    for share in SHARES:
        for ratio in RATIOS:
            short = (area * share / ratio) ** 0.5
            best = _nearest(free, middle, paths, azimuth, (short * ratio, short))
            if best is not None:
                words = {"equipment": "fitness,path,seats,play", "refuge": "yes"}
                board.add_ground(GroundKind.ACTIVITY_GROUND, best, lot=lot.id, **words)
                return
    board.notes.append(f"{lot.id} has no room for its activity ground")


def _nearest(
    free: BaseGeometry, middle: Point, paths: BaseGeometry, azimuth: float, size: tuple[float, float]
) -> Polygon | None:
    """Of the places both ways round, the one beside a path and near the middle."""
    both = [rectangles_inside(free, turn, *size, STEP_M)[2] for turn in (azimuth, azimuth + 90.0)]
    found = np.concatenate(both)
    if not len(found):
        return None
    away = shapely.distance(found, paths) if not paths.is_empty else np.zeros(len(found))
    off = shapely.distance(found, middle) + 0.2 * shapely.distance(shapely.centroid(found), middle)
    best = found[int(np.argmin(np.round(away + off, 3)))]
    return best if isinstance(best, Polygon) else None


def _azimuth(plan: GardenPlan) -> float:
    return float(np.degrees(np.arctan2(plan.ahead[1], plan.ahead[0])))


def lay_pavilion(board: Board, plan: GardenPlan) -> Polygon | None:
    """An eight-cornered place with a pavilion, inside the walk, by a path but away from the play."""
    inside = plan.walk.buffer(-board.commission.choices.grounds.garden_ring_m, join_style="mitre")
    free = free_ground(board, inside, GAPS)
    _, _, found = rectangles_inside(free, _azimuth(plan), PAVILION_M, PAVILION_M, STEP_M)
    if not len(found):
        return None
    lively = shapely.union_all([g.outline for g in board.grounds if g.lot == plan.lot.id])
    paths = shapely.union_all(
        as_array(w.centre for w in board.ways if w.kind is WayKind.FOOTPATH and w.centre.intersects(inside))
    )
    quiet = np.minimum(shapely.distance(found, lively), 14.0)
    best = found[int(np.argmax(np.round(quiet - 0.8 * shapely.distance(found, paths), 3)))]
    return board.add_ground(GroundKind.PAVED, _cut_corners(best), lot=plan.lot.id, use="pavilion")[0].outline


def _cut_corners(box: Polygon) -> Polygon:
    """An octagon in a square."""
    corners = shapely.get_coordinates(box)
    cut = 1.0 - 0.5**0.5
    points = [a + (b - a) * share for a, b in pairwise(corners) for share in (cut, 1.0 - cut)]
    return Polygon(points)


def lay_bays(board: Board, plan: GardenPlan) -> None:
    """Bays with seats on the inner side of the walk, evenly along its straight runs."""
    choices = board.commission.choices.grounds
    half = choices.garden_ring_m / 2.0
    ring = shapely.get_coordinates(shapely.orient_polygons(plan.walk).exterior)
    taken = as_array(g.outline for g in board.grounds if g.lot == plan.lot.id)
    paths = shapely.union_all(as_array(near(board.way_outlines(), plan.walk)))
    walk = LineString(ring).buffer(half + EDGE_M / 10.0)
    for side in (LineString(pair) for pair in pairwise(ring)):
        count = max(round(side.length / choices.garden_bay_m), 1) if side.length >= BAY_STRAIGHT_M else 0
        for n in range(count):
            bay = _bay(side, (n + 0.5) / count, half)
            others = shapely.difference(shapely.intersection(bay.buffer(GAPS.ground_m), paths), walk)
            if not len(near(taken, bay, GAPS.ground_m)) and others.is_empty and not len(near(board.walls(), bay, EDGE_M)):
                board.add_ground(GroundKind.PAVED, bay, lot=plan.lot.id, use="seats")


def _bay(side: LineString, share: float, half_m: float) -> Polygon:
    """A rectangle on the left of a line, off its middle line by half the walk."""
    (ax, ay), (bx, by) = side.coords[0], side.coords[-1]
    along, off = BAY_M
    middle = side.interpolate(share, normalized=True)
    box = shapely.box(middle.x - along / 2.0, middle.y + half_m, middle.x + along / 2.0, middle.y + half_m + off)
    turned = affinity.rotate(box, float(np.degrees(np.arctan2(by - ay, bx - ax))), origin=(middle.x, middle.y))
    return Polygon(shapely.get_coordinates(turned))
