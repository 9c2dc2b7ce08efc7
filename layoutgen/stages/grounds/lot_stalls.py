"""Stalls on the lots of shops and services, with the yard from which they are reached."""

from collections.abc import Iterator
from itertools import product

import shapely
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.parts import polygons
from layoutgen.model.kinds import GroundKind, LotKind, StallKind
from layoutgen.model.plan import Lot
from layoutgen.stages.grounds.board import Board
from layoutgen.stages.grounds.free_ground import Gaps, boxes_along, free_ground
from layoutgen.stages.grounds.frontage import Frontage, find_frontages
from layoutgen.stages.grounds.lot_drives import find_driven_stall, lay_drive
from layoutgen.stages.grounds.turns import without_turns

GRAIN_M = 0.01
DEEPEST_M = 25  # how far from the street the last single stall is tried, metre by metre
PATH_GAP_M = 0.3  # of a stall off the path that it is reached across [m]


def lay_lot_stalls(board: Board) -> None:
    """Lay one row of stalls on every lot of shops or services, the first of them accessible.

    Square to the street where the lot has room; else fewer, or along the street.
    """
    gaps = Gaps(wall_m=board.commission.choices.parking.stall_to_wall_m + GRAIN_M, way_m=0.0)
    for lot in board.lots(LotKind.SHOPS, LotKind.SERVICE):
        region = shapely.buffer(without_turns(board, free_ground(board, lot.outline, gaps)), GRAIN_M / 4.0)
        shapely.prepare(region)
        fronts = find_frontages(board, lot.outline)
        found = next(_rows(board, region, fronts), None)
        if found is not None:
            _set(board, lot, *found)
        elif not _set_one(board, lot, region, fronts):
            board.notes.append(f"lot {lot.id} has no room for its stalls")


def _rows(board: Board, region: BaseGeometry, frontages: list[Frontage]) -> Iterator[tuple[Frontage, Polygon, bool]]:
    """Rows of stalls that have room along a frontage, the longest first; whether the stalls stand along it."""
    choices = board.commission.choices
    backs = (0.0, choices.lanes.path_width_m + 2.0 * GRAIN_M + PATH_GAP_M, choices.grounds.ramp_buffer_m)
    deeper = tuple(float(back) for back in range(1, DEEPEST_M))
    for count in range(choices.grounds.lot_stalls, 0, -1):
        for is_along, frontage, back in product((False, True), frontages, backs if count > 1 else (*backs, *deeper)):
            row = _row(board, frontage, count, back, region, is_along=is_along)
            if row is not None:
                yield frontage, row, is_along


def _row(
    board: Board, frontage: Frontage, count: int, back_m: float, region: BaseGeometry, *, is_along: bool
) -> Polygon | None:
    """Outline of a row of stalls along a frontage: on the street itself, or behind a yard."""
    parking = board.commission.choices.parking
    aisle = parking.accessible_aisle_m  # of the first stall: beside it, or behind it where it stands along the street
    square = (count * parking.stall_width_m + aisle, parking.stall_length_m)
    along = (count * parking.parallel_length_m, parking.stall_width_m + aisle)
    width, deep = along if is_along else square
    boxes = boxes_along(frontage.line, (0.5, 1.0, width), (back_m, back_m + deep))
    if not len(boxes):
        return None
    fits = boxes[shapely.covers(region, boxes)]
    return fits[0] if len(fits) else None


def _set_one(board: Board, lot: Lot, region: BaseGeometry, fronts: list[Frontage]) -> bool:
    """One accessible stall where the lot has room for it and for a drive."""
    found = find_driven_stall(board, lot, region, fronts)
    if found is None:
        return False
    stall, paving = found
    use = "shop" if lot.kind is LotKind.SHOPS else "service"
    board.add_stall(StallKind.ACCESSIBLE, stall, block="", lot=lot.id, use=use)
    lay_drive(board, lot, paving)
    return True


def _set(board: Board, lot: Lot, frontage: Frontage, row: Polygon, is_along: bool) -> None:
    parking = board.commission.choices.parking
    a, b, _, d = shapely.get_coordinates(row)[:4]
    length = float(((b - a) ** 2).sum() ** 0.5)
    use = "shop" if lot.kind is LotKind.SHOPS else "service"
    one = parking.parallel_length_m if is_along else parking.stall_width_m
    aisle = 0.0 if is_along else parking.accessible_aisle_m
    ground = free_ground(board, lot.outline, Gaps(wall_m=1.0, way_m=0.0, path_m=0.0))
    place, is_first = 0.0, True
    while place < length - GRAIN_M:
        width = one + (aisle if is_first else 0.0)
        low, high = place / length, (place + width) / length
        near, far = a + (b - a) * low, a + (b - a) * high
        depth = (d - a) * (parking.stall_width_m / (parking.stall_width_m + parking.accessible_aisle_m))
        back = depth if is_along and not is_first else d - a
        outline = Polygon([near, far, far + back, near + back])
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
