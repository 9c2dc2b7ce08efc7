"""Vehicle gates of the blocks, and the stubs that join their loops to the roads."""

from collections.abc import Sequence

import shapely
from shapely.geometry import Point

from layoutgen.model.kinds import RoadClass, SpotKind, WayKind
from layoutgen.model.plan import Block
from layoutgen.stages.grounds.board import Board
from layoutgen.stages.grounds.gate_choice import best_opening
from layoutgen.stages.grounds.gate_clearances import is_off_entrances
from layoutgen.stages.grounds.openings import Opening, openings
from layoutgen.stages.grounds.paths import joined
from layoutgen.stages.grounds.rings import Ring
from layoutgen.stages.grounds.ways import WayKindOf, gate_way, lay_way, main_way


def lay_gates(board: Board, rings: Sequence[Ring]) -> None:
    """Join every loop to the roads; set each block's vehicle gates."""
    for block in sorted(board.allocation.blocks, key=lambda b: b.id):
        own = [ring for ring in rings if ring.cell.block == block.id]
        gates = _street_end_gates(board, block)
        for ring in own:
            _join_attached(board, ring)
        _open_gates(board, block, own, gates)


def lay_stub(board: Board, opening: Opening, what: WayKindOf) -> None:
    """Lay the stub from loop to road."""
    line = joined(opening.inner, opening.gate, opening.frontage.arrival(opening.gate))
    lay_way(board, line, what)


def _street_end_gates(board: Board, block: Block) -> list[Point]:
    """Gates where attached streets of a block meet the roads along the site's edge."""
    lanes = board.commission.choices.lanes
    roads = [e for e in board.commission.site.edges if e.road_class is not RoadClass.NONE]
    gates: list[Point] = []
    for street in sorted(board.structure.streets, key=lambda s: s.id):
        if street.kind is not WayKind.ATTACHED or not street.outline.intersects(block.outline.buffer(1.0)):
            continue
        for end in (Point(street.centre.coords[0]), Point(street.centre.coords[-1])):
            edge = min(roads, key=lambda e: (e.line.distance(end), e.id), default=None)
            if edge is None or edge.line.distance(end) > 1.0:
                continue
            apart = all(end.distance(gate) >= board.commission.choices.grounds.gate_spacing_m for gate in gates)
            opens = edge.allows_gate and apart and len(gates) < lanes.gates_per_block_max
            board.add_spot(SpotKind.VEHICLE_GATE if opens else SpotKind.PEDESTRIAN_GATE, end, block.id)
            if opens:
                gates.append(end)
    return gates


def _join_attached(board: Board, ring: Ring) -> None:
    """Join a loop to attached streets at two places far from each other."""
    found = openings(board, ring, 10.0, is_attached=True)
    if not found:
        return
    first = min(found, key=lambda o: (o.middle, -o.frontage.line.length, o.gate.x, o.gate.y))
    chosen = [first]
    others = [o for o in found if o.gate.distance(first.gate) >= board.commission.choices.grounds.gate_spacing_m]
    if others:
        chosen.append(max(others, key=lambda o: (o.gate.distance(first.gate), -o.middle, o.gate.x, o.gate.y)))
    for opening in chosen:
        lay_stub(board, opening, main_way(board, ring.cell.block))


def _open_gates(board: Board, block: Block, rings: Sequence[Ring], gates: list[Point]) -> None:
    """Open gates on public roads until the block has its least number and every loop is joined."""
    lanes = board.commission.choices.lanes
    by_ring = [[o for o in openings(board, ring, 8.0, is_attached=False) if _may_open(board, o)] for ring in rings]
    joined = [_is_joined(board, ring) for ring in rings]
    sides: set[str] = set()
    while len(gates) < lanes.gates_per_block_max:
        lonely = [n for n in range(len(rings)) if not joined[n] and by_ring[n]]
        if len(gates) >= lanes.gates_per_block_min and not lonely:
            break
        pool = [(o, n) for n in (lonely or range(len(rings))) for o in by_ring[n]]
        best = best_opening(board, pool, gates, sides)
        if best is None:
            break
        opening, n = best
        lay_stub(board, opening, gate_way(board, block.id))
        board.add_spot(SpotKind.VEHICLE_GATE, opening.gate, block.id)
        gates.append(opening.gate)
        sides.add(opening.frontage.name)
        joined[n] = True
    if rings and len(gates) < lanes.gates_per_block_min:
        board.notes.append(f"block {block.id} has {len(gates)} vehicle gates: its roads give no place for more")


def _may_open(board: Board, opening: Opening) -> bool:
    return opening.frontage.allows_gate and is_off_entrances(board, opening.gate)


def _is_joined(board: Board, ring: Ring) -> bool:
    """Whether a stub to an attached street, or a street, meets the loop already."""
    border = ring.shape.exterior
    touching = [
        way
        for way in board.ways
        if way.kind is WayKind.MAIN
        and shapely.dwithin(border, Point(way.centre.coords[0]), 0.01)
        and not shapely.dwithin(border, Point(way.centre.coords[-1]), 0.01)
    ]
    return bool(touching)
