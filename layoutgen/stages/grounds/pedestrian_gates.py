"""Pedestrian gates on every frontage of a block, each with a short path to the loop."""

from collections.abc import Sequence
from math import ceil

from layoutgen.model.kinds import SpotKind
from layoutgen.stages.grounds.board import Board
from layoutgen.stages.grounds.gates import Opening, openings
from layoutgen.stages.grounds.paths import joined
from layoutgen.stages.grounds.rings import Ring
from layoutgen.stages.grounds.ways import foot_way, lay_way

CLEAR_M = 10.0  # a pedestrian gate stands this far off a vehicle gate [m]


def lay_pedestrian_gates(board: Board, rings: Sequence[Ring]) -> None:
    """Set the pedestrian gates of every cell and lay their paths."""
    for ring in rings:
        by_side: dict[str, list[Opening]] = {}
        for opening in openings(board, ring, 6.0, is_attached=False):
            by_side.setdefault(opening.frontage.name, []).append(opening)
        for _, found in sorted(by_side.items()):
            for opening in _spread(board, found):
                _lay_gate(board, opening, ring.cell.block)


def _spread(board: Board, found: list[Opening]) -> list[Opening]:
    """Openings about evenly along a side, off the vehicle gates."""
    cars = [spot.point for spot in board.spots if spot.kind is SpotKind.VEHICLE_GATE]
    free = [o for o in found if all(o.gate.distance(gate) >= CLEAR_M for gate in cars)]
    if not free:
        return []
    first = min(free, key=lambda o: (o.gate.x, o.gate.y))
    order = sorted(free, key=lambda o: (o.gate.distance(first.gate), o.gate.x, o.gate.y))
    span = order[-1].gate.distance(order[0].gate)
    count = max(1, ceil(span / board.commission.choices.grounds.pedestrian_gate_spacing_m))
    aims = [span * (n + 0.5) / count for n in range(count)]
    chosen = [min(order, key=lambda o, a=aim: (abs(o.gate.distance(first.gate) - a), o.gate.x)) for aim in aims]  # type: ignore[misc]
    return list(dict.fromkeys(chosen))


def _lay_gate(board: Board, opening: Opening, block: str) -> None:
    line = joined(opening.inner, opening.gate, opening.frontage.arrival(opening.gate))
    lay_way(board, line, foot_way(board, block))
    board.add_spot(SpotKind.PEDESTRIAN_GATE, opening.gate, block)
