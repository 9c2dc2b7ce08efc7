"""Grounds of a kindergarten: one for each class, one for all with track and sand pit, and a drop-off at the gate."""

import numpy as np
import shapely
from shapely.geometry import Point, Polygon
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.placing import best_rectangle
from layoutgen.model.kinds import FacilityKind, GroundKind, SpotKind, WayKind
from layoutgen.model.plan import Facility, Lot
from layoutgen.stages.grounds.board import Board
from layoutgen.stages.grounds.free_ground import Gaps, free_ground
from layoutgen.stages.grounds.frontage import way_in_frontages
from layoutgen.stages.grounds.kindergarten_entry import lay_court, lay_entry
from layoutgen.stages.grounds.kindergarten_service import lay_service_yard
from layoutgen.stages.grounds.kindergarten_yards import Yards, YardSizes, find_row_yards, find_yards
from layoutgen.stages.grounds.waiting import lay_waiting_place

GAPS = Gaps(wall_m=2.0, way_m=1.0, path_m=0.4, ground_m=1.0)
EDGES_M = (3.0, 1.0)  # grounds off the lot's edge, so that a path goes round them if it can be [m]
EQUIPMENT = "play_sets,soft_surface,wash_basins"
GATE_M = 2.2  # a path that stays nearer to the lot's edge does not enter it [m]
TRACK_STEP_M = 0.05  # the shared ground is hardly longer than the track


def lay_kindergartens(board: Board) -> None:
    """Lay the grounds of every kindergarten on what its building leaves of the lot; its paths go round them later."""
    for facility, lot in _kindergartens(board):
        azimuth = _azimuth(board, facility)
        lay_entry(board, facility, lot, azimuth)
        _lay_yards(board, facility, lot, azimuth)


def lay_drop_offs(board: Board) -> None:
    """Set the gate of every kindergarten where its path comes in, with a drop-off beside it, and pave its court and yard."""
    for facility, lot in _kindergartens(board):
        azimuth = _azimuth(board, facility)
        gate = _gate_of(board, lot)
        if gate is not None:
            board.add_spot(SpotKind.PEDESTRIAN_GATE, gate, lot.id)
            _lay_gate_places(board, facility, lot, azimuth, gate)
        lay_court(board, facility, lot, azimuth)


def _lay_gate_places(board: Board, facility: Facility, lot: Lot, azimuth: float, gate: Point) -> None:
    """The service yard, and the drop-off in what it leaves; where there is too little, the drop-off alone."""
    before = len(board.grounds)
    lay_service_yard(board, facility, lot, azimuth, gate)
    if lay_waiting_place(board, lot, gate, azimuth):
        return
    del board.grounds[before:]
    if not lay_waiting_place(board, lot, gate, azimuth):
        board.notes.append(f"{lot.id} has no room to wait at its gate")


def _kindergartens(board: Board) -> list[tuple[Facility, Lot]]:
    lots = {lot.id: lot for lot in board.allocation.lots}
    found = sorted((f for f in board.massing.facilities if f.kind is FacilityKind.KINDERGARTEN), key=lambda f: f.id)
    return [(facility, lots[facility.lot]) for facility in found if facility.lot in lots]


def _azimuth(board: Board, facility: Facility) -> float:
    """Direction of the front of its playrooms, within -90…90 degrees; of its long side where it has no windows."""
    windows = [w.line for w in board.massing.windows if w.building == facility.building]
    ring = shapely.get_coordinates(windows[0] if windows else shapely.oriented_envelope(facility.outline))
    spans = np.diff(ring[:3], axis=0)
    side = spans[int(np.argmax(np.hypot(*spans.T)))]
    angle = float(np.degrees(np.arctan2(side[1], side[0])))
    return (angle + 90.0) % 180.0 - 90.0


def _lay_yards(board: Board, facility: Facility, lot: Lot, azimuth: float) -> None:
    choices = board.commission.choices.grounds
    sizes = YardSizes(
        classes=max(facility.classes, 1),
        class_m2=choices.class_ground_m2 * facility.children / max(facility.classes, 1),
        class_gap_m=choices.class_ground_gap_m,
        shared_m2=choices.shared_ground_m2 * facility.children,
        shared_length_m=choices.track_length_m + 0.4,
    )
    yards = _find(board, facility, lot, azimuth, sizes)
    for outline in yards.classes:
        _add(board, GroundKind.CLASS_GROUND, outline, lot, facility)
    if len(yards.classes) < sizes.classes:
        board.notes.append(f"{facility.id} has grounds for {len(yards.classes)} of {sizes.classes} classes")
    if yards.shared is None:
        board.notes.append(f"{facility.id} has no room for its shared ground of {sizes.shared_m2:.0f} m2")
    else:
        ground = _add(board, GroundKind.SHARED_GROUND, yards.shared, lot, facility)
        _fit_out(board, ground, yards.turn_deg, lot, facility)


def _find(board: Board, facility: Facility, lot: Lot, azimuth: float, sizes: YardSizes) -> Yards:
    """The grounds in an even row where that can be, off the lot's edge as far as can be."""
    frees = [free_ground(board, lot.outline.buffer(-edge, join_style="mitre"), GAPS) for edge in EDGES_M]
    for free in frees:
        even = find_row_yards(free, facility.outline, azimuth, sizes)
        if even is not None:
            return even
    found = [find_yards(frees[0], facility.outline, azimuth, sizes)]
    if not found[0].is_whole(sizes):
        found.append(find_yards(frees[1], facility.outline, azimuth, sizes))
    return found[-1]


def _fit_out(board: Board, ground: Polygon, azimuth: float, lot: Lot, facility: Facility) -> None:
    choices = board.commission.choices.grounds
    inner: BaseGeometry = ground.buffer(-0.15, join_style="mitre")
    track = best_rectangle(inner, azimuth, (choices.track_length_m, choices.track_width_m), lambda _, y: y, TRACK_STEP_M)
    if track is not None:
        _add(board, GroundKind.RUNNING_TRACK, track, lot, facility)
        inner = inner.difference(track.buffer(1.0, join_style="mitre"))
    side = choices.sand_pit_m2**0.5
    pit = best_rectangle(inner, azimuth, (side * 1.25, side / 1.25), lambda x, y: -x - y, 0.5)
    if pit is not None:
        _add(board, GroundKind.SAND_PIT, pit, lot, facility)


def _add(board: Board, kind: GroundKind, outline: Polygon, lot: Lot, facility: Facility) -> Polygon:
    words = {"of": facility.id}
    if kind is GroundKind.CLASS_GROUND:
        mine = sum(g.kind is kind and ("of", facility.id) in g.tags for g in board.grounds)
        words["class"] = str(mine + 1)
    if kind is GroundKind.SHARED_GROUND:
        words["equipment"] = EQUIPMENT
    return board.add_ground(kind, outline, lot=lot.id, **words)[0].outline


def _gate_of(board: Board, lot: Lot) -> Point | None:
    """Where the path into the lot crosses its border, by a road that it may be entered from."""
    border = lot.outline.exterior
    inner = lot.outline.buffer(-GATE_M, join_style="mitre")  # a path that only passes by is no way in
    crossings: list[Point] = []
    for way in board.ways:
        if way.kind is WayKind.FOOTPATH and way.centre.intersects(inner):
            crossings.extend(Point(p) for p in shapely.get_coordinates(shapely.intersection(way.centre, border.buffer(0.01))))
    if not crossings:
        return None
    roads = shapely.union_all([front.line for front in way_in_frontages(board, lot)])
    return border.interpolate(border.project(min(crossings, key=lambda p: (_away(p, roads), p.x, p.y))))


def _away(point: Point, roads: BaseGeometry) -> float:
    """Distance from the roads by which the lot is entered, in whole metres."""
    return 0.0 if roads.is_empty else float(round(point.distance(roads)))
