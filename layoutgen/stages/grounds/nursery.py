"""The nursery's outdoor ground, beside the building that holds it."""

import shapely
from shapely.geometry import Polygon

from layoutgen.geometry.placing import best_rectangle, east_axis_deg
from layoutgen.model.kinds import FacilityKind, GroundKind, LotKind
from layoutgen.model.plan import Facility, Lot
from layoutgen.stages.grounds.board import Board
from layoutgen.stages.grounds.free_ground import Gaps, free_ground, nearest_to
from layoutgen.stages.grounds.waiting import lay_waiting_place

RATIOS = (1.5, 2.0, 1.2, 3.0, 4.0, 6.0)  # long side to short side, the best first
GAPS = Gaps(wall_m=1.0, way_m=1.0, path_m=0.3, ground_m=0.5)


def lay_nursery_grounds(board: Board) -> None:
    """Lay one ground for every nursery: in its own lot, or in the garden where the lot is full."""
    lots = {lot.id: lot for lot in board.allocation.lots}
    for facility in sorted(board.massing.facilities, key=lambda f: f.id):
        if facility.kind is not FacilityKind.NURSERY:
            continue
        own = [lots[facility.lot]] if facility.lot in lots else []
        others = sorted(board.lots(LotKind.GARDEN), key=lambda lot: (lot.outline.distance(facility.outline), lot.id))
        if not any(_lay(board, facility, lot) for lot in [*own, *others]):
            board.notes.append(f"{facility.id} has no room for its outdoor ground")
        doors = [door for door in board.massing.doors if door.of == facility.id]
        if own and not any(lay_waiting_place(board, own[0], door.point, east_axis_deg(facility.outline)) for door in doors):
            board.notes.append(f"{facility.id} has no room to wait at its door")


def _lay(board: Board, facility: Facility, lot: Lot) -> bool:
    area = board.commission.choices.grounds.nursery_ground_m2 * facility.children
    free = free_ground(board, lot.outline.buffer(-0.5, join_style="mitre"), GAPS)
    azimuth = east_axis_deg(facility.outline)
    best: tuple[float, Polygon] | None = None
    for ratio in RATIOS:
        short = (area / ratio) ** 0.5
        for turn in (azimuth, azimuth + 90.0):
            found = best_rectangle(free, turn, (area / short, short), nearest_to(facility.outline.centroid, turn))
            if found is not None:
                away = float(shapely.distance(found, facility.outline)) + ratio
                best = min(best or (away, found), (away, found), key=lambda pair: pair[0])
    if best is None:
        return False
    board.add_ground(GroundKind.NURSERY_GROUND, best[1], lot=lot.id, of=facility.id, enclosure="fence,canopy")
    return True
