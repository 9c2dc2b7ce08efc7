"""Groups of mail boxes and parcel lockers 智能信包箱 at the gates of the blocks."""

from collections.abc import Sequence

import numpy as np
import shapely
from shapely.geometry import Point

from layoutgen.model.kinds import GroundKind, SpotKind, WayKind
from layoutgen.model.plan import Spot
from layoutgen.stages.grounds.board import Board, as_array, near

RING_M = (4.0, 5.5, 7.0, 9.0, 12.0)  # distances from the gate that are tried [m]
TURNS = 16
ROUND_M = 0.4  # half the depth of a group [m]
APART_M = 3.0  # between two groups [m]


def lay_lockers(board: Board) -> None:
    """Share the program's cells out over groups at the gates, by the households that use them."""
    cells = round(board.commission.program.need("lockers").figure("cells"))
    least = board.commission.choices.grounds.locker_groups_min
    places: list[tuple[Point, str]] = []
    for gate, is_wanted in _gates(board):
        place = _place(board, gate, [point for point, _ in places]) if is_wanted or len(places) < least else None
        if place is not None:
            places.append((place, gate.of))
    if not places:
        board.notes.append("no gate has room for lockers")
        return
    whole, rest = divmod(cells, len(places))
    for n, (point, block) in enumerate(places):
        board.add_spot(SpotKind.LOCKERS, point, block, cells=str(whole + (1 if n < rest else 0)))


def _gates(board: Board) -> list[tuple[Spot, bool]]:
    """Gates of the blocks in order: vehicle gates, which all want a group, then pedestrian ones, then all once more."""
    blocks = {block.id for block in board.allocation.blocks}
    spots = sorted((s for s in board.spots if s.of in blocks), key=lambda s: s.id)
    cars = [s for s in spots if s.kind is SpotKind.VEHICLE_GATE]
    feet = [s for s in spots if s.kind is SpotKind.PEDESTRIAN_GATE]
    return [*((gate, True) for gate in cars), *((gate, False) for gate in (*feet, *cars, *feet))]


def _place(board: Board, gate: Spot, others: Sequence[Point]) -> Point | None:
    """The nearest free point round a gate, inside its block, off the other groups."""
    block = next(b for b in board.allocation.blocks if b.id == gate.of)
    zone = gate.point.buffer(RING_M[-1] + ROUND_M)
    drives = as_array(w.outline for w in board.all_ways() if w.kind is not WayKind.FOOTPATH)
    laid = board.laid_outlines((GroundKind.GARAGE, GroundKind.GREEN))
    taken = shapely.union_all([*near(drives, zone), *near(laid, zone), *near(board.walls(), zone)]).buffer(ROUND_M)
    free = shapely.difference(shapely.intersection(block.outline, zone), taken)
    for radius in RING_M:
        for turn in np.arange(TURNS) * (2.0 * np.pi / TURNS):
            point = Point(gate.point.x + radius * np.cos(turn), gate.point.y + radius * np.sin(turn))
            if free.contains(point) and all(point.distance(other) >= APART_M for other in others):
                return point
    return None
