"""Grounds of a kindergarten: one for each class, one for all with track and sand pit, and a drop-off at the gate."""

import numpy as np
import shapely
from shapely import affinity
from shapely.geometry import Point, Polygon
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.placing import best_rectangle, rectangles_inside
from layoutgen.model.kinds import FacilityKind, GroundKind, SpotKind, WayKind
from layoutgen.model.plan import Facility, Lot
from layoutgen.stages.grounds.board import Board
from layoutgen.stages.grounds.free_ground import Gaps, free_ground

ORIGIN = (0.0, 0.0)
CLASS_DEPTHS_M = (8.0, 7.0, 9.0, 6.0, 10.0, 11.0, 5.0)
SHARED_DEPTHS_M = (13.0, 12.0, 15.0, 18.0, 11.0, 10.0, 9.0, 21.0)
GAPS = Gaps(wall_m=2.0, way_m=1.0, path_m=0.4, ground_m=1.0)
DROP_M = (12.0, 5.0)
TRACK_STEP_M = 0.05  # the shared ground is hardly longer than the track


def lay_kindergartens(board: Board) -> None:
    """Lay the grounds of every kindergarten on what its building leaves of the lot."""
    lots = {lot.id: lot for lot in board.allocation.lots}
    for facility in sorted(board.massing.facilities, key=lambda f: f.id):
        if facility.kind is FacilityKind.KINDERGARTEN and facility.lot in lots:
            lot = lots[facility.lot]
            azimuth = _azimuth(facility.outline)
            _lay_drop_off(board, lot, azimuth)
            _lay_classes(board, facility, lot, azimuth)
            _lay_shared(board, facility, lot, azimuth)


def _azimuth(outline: Polygon) -> float:
    """Direction of the long side of the building, within -90…90 degrees."""
    ring = shapely.get_coordinates(shapely.oriented_envelope(outline))
    spans = np.diff(ring[:3], axis=0)
    side = spans[int(np.argmax(np.hypot(*spans.T)))]
    angle = float(np.degrees(np.arctan2(side[1], side[0])))
    return (angle + 90.0) % 180.0 - 90.0


def _lay_classes(board: Board, facility: Facility, lot: Lot, azimuth: float) -> None:
    """Class grounds in a row south of the building; in two rows, or one by one, where the lot is tight."""
    choices = board.commission.choices.grounds
    classes = max(facility.classes, 1)
    area = choices.class_ground_m2 * facility.children / classes
    for rows in (1, 2, 3):
        columns = -(-classes // rows)
        for depth in CLASS_DEPTHS_M:
            width = area / depth
            size = (_run(columns, width, choices.class_ground_gap_m), _run(rows, depth, choices.class_ground_gap_m))
            field = _beside(board, lot, facility.outline, azimuth, size)
            if field is not None:
                for outline in _tiles(field, azimuth, (columns, rows), choices.class_ground_gap_m)[:classes]:
                    _add(board, GroundKind.CLASS_GROUND, outline, lot, facility)
                return
    _lay_one_by_one(board, facility, lot, azimuth)


def _lay_one_by_one(board: Board, facility: Facility, lot: Lot, azimuth: float) -> None:
    choices = board.commission.choices.grounds
    area = choices.class_ground_m2 * facility.children / max(facility.classes, 1)
    for n in range(facility.classes):
        sizes = [(area / depth, depth) for depth in CLASS_DEPTHS_M]
        found = next((r for r in (_beside(board, lot, facility.outline, azimuth, s) for s in sizes) if r is not None), None)
        if found is None:
            board.notes.append(f"{facility.id} has grounds for {n} of {facility.classes} classes")
            return
        _add(board, GroundKind.CLASS_GROUND, found, lot, facility)


def _lay_shared(board: Board, facility: Facility, lot: Lot, azimuth: float) -> None:
    """The shared ground, with the straight track along one side and the sand pit at another."""
    choices = board.commission.choices.grounds
    area = choices.shared_ground_m2 * facility.children
    least = choices.track_length_m + 0.4
    for depth in SHARED_DEPTHS_M:
        size = (max(area / depth, least), depth)
        for turn in (azimuth, azimuth + 90.0):
            found = _beside(board, lot, facility.outline, turn, size)
            if found is not None:
                ground = _add(board, GroundKind.SHARED_GROUND, found, lot, facility)
                _fit_out(board, ground, turn, lot, facility)
                return
    board.notes.append(f"{facility.id} has no room for its shared ground of {area:.0f} m2")


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


def _beside(board: Board, lot: Lot, building: Polygon, azimuth: float, size: tuple[float, float]) -> Polygon | None:
    """The rectangle nearest to the building's south side."""
    free = free_ground(board, lot.outline.buffer(-1.0, join_style="mitre"), GAPS)
    middle = affinity.rotate(building, -azimuth, origin=ORIGIN)
    south, centre = middle.bounds[1], middle.centroid
    return best_rectangle(
        free, azimuth, size, lambda x, y: -np.abs(y - south) - 0.3 * np.abs(x - centre.x) - 100.0 * (y > centre.y)
    )


def _tiles(field: Polygon, azimuth: float, counts: tuple[int, int], gap_m: float) -> list[Polygon]:
    """Equal rectangles with gaps that fill a field."""
    turned = affinity.rotate(field, -azimuth, origin=ORIGIN)
    west, south, east, north = turned.bounds
    columns, rows = counts
    width = (east - west - gap_m * (columns - 1)) / columns
    depth = (north - south - gap_m * (rows - 1)) / rows
    tiles = []
    for row in reversed(range(rows)):
        for column in range(columns):
            x, y = west + column * (width + gap_m), south + row * (depth + gap_m)
            tiles.append(affinity.rotate(shapely.box(x, y, x + width, y + depth), azimuth, origin=ORIGIN))
    return tiles


def _run(count: int, size_m: float, gap_m: float) -> float:
    return count * size_m + (count - 1) * gap_m


def _add(board: Board, kind: GroundKind, outline: Polygon, lot: Lot, facility: Facility) -> Polygon:
    words = {"of": facility.id}
    if kind is GroundKind.CLASS_GROUND:
        mine = sum(g.kind is kind and ("of", facility.id) in g.tags for g in board.grounds)
        words["class"] = str(mine + 1)
    return board.add_ground(kind, outline, lot=lot.id, **words)[0].outline


def _lay_drop_off(board: Board, lot: Lot, azimuth: float) -> None:
    """A paved drop-off inside the lot where its path meets the road; the kindergarten's gate stands there."""
    border = lot.outline.exterior
    inner = lot.outline.buffer(-1.0, join_style="mitre")  # a path that only passes by is no way in
    crossings: list[Point] = []
    for way in board.ways:
        if way.kind is WayKind.FOOTPATH and way.centre.intersects(inner):
            crossings.extend(Point(p) for p in shapely.get_coordinates(shapely.intersection(way.centre, border.buffer(0.01))))
    if not crossings:
        return
    gate = border.interpolate(border.project(min(crossings, key=lambda p: (p.x, p.y))))
    board.add_spot(SpotKind.PEDESTRIAN_GATE, gate, lot.id)
    free: BaseGeometry = free_ground(
        board, lot.outline.intersection(gate.buffer(2.0 * DROP_M[0])), Gaps(wall_m=1.0, way_m=0.0, path_m=0.0)
    )
    for turn in (azimuth, azimuth + 90.0):
        _, _, found = rectangles_inside(free, turn, *DROP_M, 0.5)
        if len(found):
            away = shapely.distance(found, gate)
            if away.min() < DROP_M[0]:
                board.add_ground(GroundKind.PAVED, found[int(np.argmin(away))], lot=lot.id)
                return
