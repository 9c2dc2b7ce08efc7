"""Stalls on the lots of shops and services, with the yard from which they are reached."""

from collections.abc import Iterator
from itertools import product

import shapely
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.parts import polygons
from layoutgen.geometry.placing import east_axis_deg, rectangles_inside
from layoutgen.model.kinds import GroundKind, LotKind, StallKind
from layoutgen.model.plan import Lot
from layoutgen.stages.grounds.board import Board, as_array
from layoutgen.stages.grounds.free_ground import Gaps, boxes_along, free_ground
from layoutgen.stages.grounds.frontage import Frontage, find_frontages

GRAIN_M = 0.01
STEP_M = 0.5  # between the places tried for a single stall
PATH_GAP_M = 0.3  # of a stall off the path that it is reached across [m]


def lay_lot_stalls(board: Board) -> None:
    """Lay one row of stalls on every lot of shops or services, the first of them accessible.

    Square to the street where the lot has room; else fewer, or along the street.
    """
    gaps = Gaps(wall_m=board.commission.choices.parking.stall_to_wall_m + GRAIN_M, way_m=0.0)
    for lot in board.lots(LotKind.SHOPS, LotKind.SERVICE):
        region = shapely.buffer(free_ground(board, lot.outline, gaps), GRAIN_M / 4.0)
        shapely.prepare(region)
        found = next(_rows(board, region, find_frontages(board, lot.outline)), None)
        if found is not None:
            _set(board, lot, *found)
        elif not _set_one(board, lot, region):
            board.notes.append(f"lot {lot.id} has no room for its stalls")


def _rows(board: Board, region: BaseGeometry, frontages: list[Frontage]) -> Iterator[tuple[Frontage, Polygon, bool]]:
    """Rows of stalls that have room along a frontage, the longest first; whether the stalls stand along it."""
    choices = board.commission.choices
    backs = (0.0, choices.lanes.path_width_m + 2.0 * GRAIN_M + PATH_GAP_M, choices.grounds.ramp_buffer_m)
    for count in range(choices.grounds.lot_stalls, 0, -1):
        for is_along, frontage, back in product((False, True), frontages, backs):
            row = _row(board, frontage, count, back, region, is_along=is_along)
            if row is not None:
                yield frontage, row, is_along


def _row(
    board: Board, frontage: Frontage, count: int, back_m: float, region: BaseGeometry, *, is_along: bool
) -> Polygon | None:
    """Outline of a row of stalls along a frontage: on the street itself, or behind a yard."""
    parking = board.commission.choices.parking
    size = (parking.stall_width_m, parking.stall_length_m)
    wide, deep = (size[1], size[0]) if is_along else size
    width = count * wide + parking.accessible_aisle_m
    boxes = as_array(boxes_along(frontage.line, (0.5, 1.0, width), (back_m, back_m + deep)))
    if not len(boxes):
        return None
    fits = boxes[shapely.covers(region, boxes)]
    return fits[0] if len(fits) else None


def _set_one(board: Board, lot: Lot, region: BaseGeometry) -> bool:
    """One accessible stall wherever the lot has room for it."""
    parking = board.commission.choices.parking
    width = parking.stall_width_m + parking.accessible_aisle_m
    for turn in (east_axis_deg(lot.outline), east_axis_deg(lot.outline) + 90.0):
        _, _, found = rectangles_inside(region, turn, width, parking.stall_length_m, STEP_M)
        if len(found):
            use = "shop" if lot.kind is LotKind.SHOPS else "service"
            board.add_stall(StallKind.ACCESSIBLE, found[0], block="", lot=lot.id, use=use)
            return True
    return False


def _set(board: Board, lot: Lot, frontage: Frontage, row: Polygon, is_along: bool) -> None:
    parking = board.commission.choices.parking
    a, b, c, d = shapely.get_coordinates(row)[:4]
    length = float(((b - a) ** 2).sum() ** 0.5)
    use = "shop" if lot.kind is LotKind.SHOPS else "service"
    one = parking.stall_length_m if is_along else parking.stall_width_m
    ground = free_ground(board, lot.outline, Gaps(wall_m=1.0, way_m=0.0))
    place, is_first = 0.0, True
    while place < length - GRAIN_M:
        width = one + (parking.accessible_aisle_m if is_first else 0.0)
        low, high = place / length, (place + width) / length
        outline = Polygon([a + (b - a) * low, a + (b - a) * high, d + (c - d) * high, d + (c - d) * low])
        kind = StallKind.ACCESSIBLE if is_first else StallKind.CAR
        board.add_stall(kind, outline, block="", lot=lot.id, use=use)
        place, is_first = place + width, False
    apron = shapely.intersection(_yard(frontage, row), ground)
    for part in polygons(shapely.difference(apron, row), GRAIN_M):
        board.add_ground(GroundKind.PAVED, part, lot=lot.id)


def _yard(frontage: Frontage, row: Polygon) -> Polygon:
    """The ground between a row of stalls and the street."""
    a, b = shapely.get_coordinates(row)[:2]
    low, high = (frontage.line.interpolate(frontage.line.project(shapely.Point(p))) for p in (a, b))
    ring = Polygon([low.coords[0], high.coords[0], b, a])
    return ring if ring.is_valid else Polygon()
