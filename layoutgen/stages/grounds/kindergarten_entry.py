"""How one comes to a kindergarten: a straight walk from the road to its door through an entrance court."""

from dataclasses import replace

import numpy as np
import shapely
from shapely import affinity
from shapely.geometry import LineString, Point

from layoutgen.geometry.parts import largest, polygons, without_holes
from layoutgen.model.kinds import GroundKind
from layoutgen.model.plan import Facility, Lot
from layoutgen.stages.grounds.board import Board, near
from layoutgen.stages.grounds.entry_choice import best_entry
from layoutgen.stages.grounds.free_ground import Gaps, free_ground
from layoutgen.stages.grounds.frontage import Frontage, way_in_frontages
from layoutgen.stages.grounds.paths import all_lines, cut_at, join_on_foot, joined
from layoutgen.stages.grounds.ways import foot_way, lay_way

ORIGIN = (0.0, 0.0)
ON_M = 0.02
OUT_M = (4.5, 3.2, 7.0)  # from the door to the walk, square to its wall
COURT_M = 14.0  # of the notch before the door that is paved, along the building
COURT_LEAST_M2 = 40.0
PIECE_M2 = 6.0
GATE_M = 1.6  # of the footway before the gate, inside the lot's edge
LINK_M = 24.0  # how far that footway reaches beyond the lot


def lay_entry(board: Board, facility: Facility, lot: Lot, azimuth: float) -> None:
    """Lay the walk from the door along the north wall to a road at the lot's side, of two to the one nearer to the homes."""
    door = next((d.point for d in board.massing.doors if d.of == facility.id), None)
    fronts = way_in_frontages(board, lot)
    if door is None or not fronts:
        return
    angle = np.radians(azimuth)
    along, north = np.array([np.cos(angle), np.sin(angle)]), np.array([-np.sin(angle), np.cos(angle)])
    width = board.commission.choices.grounds.garden_axis_m
    sights = [(np.array([door.x, door.y]) + north * out, side) for side in (along, -along) for out in OUT_M]
    found: dict[float, LineString] = {}
    for bend, side in sights:
        line = _walk(door, LineString(np.stack([bend, bend + side * lot.outline.length / 2.0])), fronts, lot)
        if line is not None and _is_clear(board, line, door, width / 2.0):
            found.setdefault(float(side[0]), line)
    if found:
        line = best_entry(board, list(found.values()))
        lay_way(board, line, replace(foot_way(board, ""), width_m=width))
        _lay_link(board, line, fronts)


def _walk(door: Point, sight: LineString, fronts: list[Frontage], lot: Lot) -> LineString | None:
    """From the door over the bend to the road, where the line of sight leaves the lot over a frontage."""
    leaves = shapely.intersection(sight, lot.outline.exterior)
    points = [Point(p) for p in shapely.get_coordinates(leaves)]
    if len(points) != 1:
        return None
    front = next((f for f in fronts if f.line.distance(points[0]) < ON_M), None)
    return joined(door, Point(sight.coords[0]), points[0], front.arrival(points[0])) if front is not None else None


def _lay_link(board: Board, walk: LineString, fronts: list[Frontage]) -> None:
    """Where the road has no footway of ours, a footway before the gate, along the lot's edge to the community's ways."""
    gate, inner = (Point(walk.coords[k]) for k in (2, 1))
    front = next((f for f in fronts if f.line.distance(gate) < ON_M), None)
    if front is None or front.street is not None:
        return
    start = walk.interpolate(walk.project(gate) - GATE_M)
    (ax, ay), (bx, by) = front.line.coords[0], front.line.coords[-1]
    run = np.array([bx - ax, by - ay]) / front.line.length
    others = [line for line in all_lines(board) if not line.equals(walk)]
    reach = front.line.length + LINK_M
    lines = [LineString([(start.x, start.y), (start.x + way[0] * reach, start.y + way[1] * reach)]) for way in (run, -run)]
    met = [cut_at(line, others) for line in lines]
    found = [
        cut
        for line, cut in zip(lines, met, strict=True)
        if cut.length < line.length - ON_M and _is_clear(board, cut, inner, 1.0)
    ]
    if found:
        lay_way(board, min(found, key=lambda cut: cut.length), foot_way(board, ""))
    else:
        join_on_foot(board, start, others, "")


def _is_clear(board: Board, line: LineString, door: Point, half_m: float) -> bool:
    free = shapely.difference(line, door.buffer(half_m * 2.0))
    return not len(near(board.walls(), free, half_m)) and not len(near(board.laid_outlines(), line, half_m))


def lay_court(board: Board, facility: Facility, lot: Lot, azimuth: float) -> None:
    """Pave the court before the door, between the wing and the head behind it."""
    door = next((d.point for d in board.massing.doors if d.of == facility.id), None)
    turned = affinity.rotate(facility.outline, -azimuth, origin=ORIGIN)
    beside = shapely.difference(shapely.box(*turned.bounds), turned).buffer(-ON_M, join_style="mitre")
    notch = largest(beside.buffer(ON_M, join_style="mitre"))  # without the slivers along the other walls
    if door is None or notch is None or notch.area < COURT_LEAST_M2:
        return
    x = affinity.rotate(door, -azimuth, origin=ORIGIN).x
    west, south, east, north = notch.bounds
    if not west <= x <= east:
        return
    low = min(max(x - COURT_M / 2.0, west), max(east - COURT_M, west))
    high = min(low + COURT_M, east)
    court = affinity.rotate(shapely.box(low, south, high, north), azimuth, origin=ORIGIN)
    gaps = Gaps(wall_m=0.0, way_m=0.0, path_m=0.0, ground_m=0.3)
    for part in polygons(shapely.intersection(free_ground(board, lot.outline, gaps), court), PIECE_M2):
        for piece in without_holes(part):
            board.add_ground(GroundKind.PAVED, piece, lot=lot.id, use="court")
