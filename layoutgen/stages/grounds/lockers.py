"""Groups of mail boxes and parcel lockers 智能信包箱 at the gates of the blocks."""

import numpy as np
import shapely
from shapely.geometry import Point

from layoutgen.model.kinds import GroundKind, SpotKind, WayKind
from layoutgen.stages.grounds.board import Board, as_array

RING_M = (4.0, 5.5, 7.0, 9.0, 12.0)  # distances from the gate that are tried [m]
TURNS = 16


def lay_lockers(board: Board) -> None:
    """Share the program's cells out over groups at the gates, by the households that use them."""
    cells = round(board.commission.program.need("lockers").figure("cells"))
    gates = _gates(board)
    places = [place for place in (_place(board, gate) for gate in gates) if place is not None]
    if not places:
        board.notes.append("no gate has room for lockers")
        return
    whole, rest = divmod(cells, len(places))
    for n, (point, block) in enumerate(places):
        board.add_spot(SpotKind.LOCKERS, point, block, cells=str(whole + (1 if n < rest else 0)))


def _gates(board: Board) -> list[tuple[Point, str]]:
    """Gates that get a group: vehicle gates, or pedestrian ones where too few."""
    least = board.commission.choices.grounds.locker_groups_min
    blocks = {block.id for block in board.allocation.blocks}
    spots = [s for s in board.spots if s.of in blocks]
    cars = [s for s in spots if s.kind is SpotKind.VEHICLE_GATE]
    feet = [s for s in spots if s.kind is SpotKind.PEDESTRIAN_GATE]
    chosen = cars if len(cars) >= least else [*cars, *feet][: max(least, len(cars))]
    return [(spot.point, spot.of) for spot in sorted(chosen, key=lambda s: s.id)]


def _place(board: Board, gate: tuple[Point, str]) -> tuple[Point, str] | None:
    """The nearest free point round a gate, inside its block."""
    block = next(b for b in board.allocation.blocks if b.id == gate[1])
    drives = [w.outline for w in board.all_ways() if w.kind is not WayKind.FOOTPATH]
    laid = board.laid_outlines((GroundKind.GARAGE, GroundKind.GREEN))
    taken = shapely.union_all(as_array([*drives, *laid, *board.walls()]).tolist()).buffer(0.4)
    for radius in RING_M:
        for turn in np.arange(TURNS) * (2.0 * np.pi / TURNS):
            point = Point(gate[0].x + radius * np.cos(turn), gate[0].y + radius * np.sin(turn))
            others = any(s.kind is SpotKind.LOCKERS and s.point.distance(point) < 1.0 for s in board.spots)
            if block.outline.contains(point) and not taken.intersects(point) and not others:
                return point, block.id
    return None
