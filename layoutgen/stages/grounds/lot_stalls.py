"""Stalls on the lots of shops and services, with the yard from which they are reached."""

import shapely
from shapely.geometry import Polygon

from layoutgen.geometry.parts import polygons
from layoutgen.model.kinds import GroundKind, LotKind, StallKind
from layoutgen.model.plan import Lot
from layoutgen.stages.grounds.board import Board, as_array
from layoutgen.stages.grounds.free_ground import Gaps, boxes_along, free_ground
from layoutgen.stages.grounds.frontage import Frontage, find_frontages

GRAIN_M = 0.01
PATH_GAP_M = 0.3  # of a stall off the path that it is reached across [m]
LEAST = 4  # stalls of a lot


def lay_lot_stalls(board: Board) -> None:
    """Lay one row of stalls on every lot of shops or services, the first of them accessible."""
    for lot in board.lots(LotKind.SHOPS, LotKind.SERVICE):
        if not _lay(board, lot):
            board.notes.append(f"lot {lot.id} has no room for its stalls")


def _lay(board: Board, lot: Lot) -> bool:
    choices = board.commission.choices
    yard_m = choices.grounds.ramp_buffer_m  # depth that a car needs to turn into a stall
    gaps = Gaps(wall_m=choices.parking.stall_to_wall_m + GRAIN_M, way_m=0.0)
    region = shapely.buffer(free_ground(board, lot.outline, gaps), GRAIN_M / 4.0)
    ground = free_ground(board, lot.outline, Gaps(wall_m=1.0, way_m=0.0))
    shapely.prepare(region)
    for count in range(choices.grounds.lot_stalls, 0, -1):
        for frontage in find_frontages(board, lot.outline):
            for back in (0.0, choices.lanes.path_width_m + 2.0 * GRAIN_M + PATH_GAP_M, yard_m):
                row = _row(board, frontage, count, back, region)
                if row is not None:
                    _set(board, lot, frontage, row, ground)
                    return count >= LEAST
    return False


def _row(board: Board, frontage: Frontage, count: int, back_m: float, region: shapely.Geometry) -> Polygon | None:
    """Outline of a row of stalls along a frontage: on the street itself, or behind a yard."""
    parking = board.commission.choices.parking
    width = count * parking.stall_width_m + parking.accessible_aisle_m
    across = (back_m, back_m + parking.stall_length_m)
    boxes = as_array(boxes_along(frontage.line, (0.5, 1.0, width), across))
    if not len(boxes):
        return None
    fits = boxes[shapely.covers(region, boxes)]
    return fits[0] if len(fits) else None


def _set(board: Board, lot: Lot, frontage: Frontage, row: Polygon, ground: shapely.Geometry) -> None:
    parking = board.commission.choices.parking
    a, b, c, d = shapely.get_coordinates(row)[:4]
    length = float(((b - a) ** 2).sum() ** 0.5)
    use = "shop" if lot.kind is LotKind.SHOPS else "service"
    place, is_first = 0.0, True
    while place < length - GRAIN_M:
        width = parking.stall_width_m + (parking.accessible_aisle_m if is_first else 0.0)
        low, high = place / length, (place + width) / length
        outline = Polygon([a + (b - a) * low, a + (b - a) * high, d + (c - d) * high, d + (c - d) * low])
        kind = StallKind.ACCESSIBLE if is_first else StallKind.CAR
        board.add_stall(kind, outline, block="", lot=lot.id, use=use)
        place, is_first = place + width, False
    apron = shapely.intersection(_yard(frontage, row), ground)
    if isinstance(apron, Polygon) and apron.area > GRAIN_M:
        for part in polygons(shapely.difference(apron, row), GRAIN_M):
            board.add_ground(GroundKind.PAVED, part, lot=lot.id)


def _yard(frontage: Frontage, row: Polygon) -> Polygon:
    """The ground between a row of stalls and the street."""
    a, b = shapely.get_coordinates(row)[:2]
    low, high = (frontage.line.interpolate(frontage.line.project(shapely.Point(p))) for p in (a, b))
    ring = Polygon([low.coords[0], high.coords[0], b, a])
    return ring if ring.is_valid else Polygon()
