"""Vehicle gates of the blocks, and the stubs that join their loops to the roads."""

from collections.abc import Sequence
from dataclasses import dataclass

import shapely
from shapely.geometry import Point

from layoutgen.model.kinds import RoadClass, SpotKind, WayKind
from layoutgen.model.plan import Block
from layoutgen.stages.grounds.board import Board
from layoutgen.stages.grounds.frontage import Frontage, find_frontages
from layoutgen.stages.grounds.gate_clearances import is_off_crossings, is_off_entrances
from layoutgen.stages.grounds.paths import joined
from layoutgen.stages.grounds.rings import Ring
from layoutgen.stages.grounds.ways import WayKindOf, gate_way, lay_way, main_way

CLASS_ORDER = (RoadClass.LOCAL, RoadClass.COLLECTOR, RoadClass.ARTERIAL)  # the lesser road takes the gate first


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """A place where a loop may be joined to a road."""

    frontage: Frontage
    gate: Point  # on the block's edge
    inner: Point  # on the loop's centre line
    middle: float  # how far from the frontage's middle, as a share of its half length
    is_off_crossings: bool  # far enough from where other roads meet an arterial


def lay_gates(board: Board, rings: Sequence[Ring]) -> None:
    """Join every loop to the roads; set each block's vehicle gates."""
    for block in sorted(board.allocation.blocks, key=lambda b: b.id):
        own = [ring for ring in rings if ring.cell.block == block.id]
        gates = _street_end_gates(board, block)
        for ring in own:
            _join_attached(board, ring)
        _open_gates(board, block, own, gates)


def openings(board: Board, ring: Ring, pitch_m: float, *, is_attached: bool) -> list[Opening]:
    """Every place on the cell's frontages from which a short straight stub reaches the loop."""
    lanes = board.commission.choices.lanes
    reach = lanes.verge_m + lanes.loop_width_m
    found: list[Opening] = []
    for frontage in find_frontages(board, ring.cell.outline):
        if (frontage.street is not None and frontage.street.kind is WayKind.ATTACHED) != is_attached:
            continue
        for gate in frontage.points(2.0 * lanes.loop_width_m, pitch_m):
            inner = ring.shape.exterior.interpolate(ring.shape.exterior.project(gate))
            if gate.distance(inner) > reach:
                continue
            half = frontage.line.length / 2.0
            middle = abs(frontage.line.project(gate) - half) / half
            is_off = is_attached or is_off_crossings(board, gate)
            found.append(Opening(frontage=frontage, gate=gate, inner=inner, middle=middle, is_off_crossings=is_off))
    return found


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
        best = _best_opening(pool, gates, sides, board.commission.choices.grounds.gate_spacing_m)
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


def _best_opening(
    pool: list[tuple[Opening, int]], gates: list[Point], sides: set[str], spacing_m: float
) -> tuple[Opening, int] | None:
    """Of the openings far enough from all gates, the one off crossings, on a new side, a lesser road, far from the others."""

    def worth(entry: tuple[Opening, int]) -> tuple[bool, bool, int, float, float, float, float]:
        opening = entry[0]
        apart = min((opening.gate.distance(gate) for gate in gates), default=0.0)
        order = CLASS_ORDER.index(opening.frontage.road_class)
        is_new = opening.frontage.name not in sides
        length = opening.frontage.line.length
        spread = apart + length * (1.0 - opening.middle) / (2.0 if is_new else 8.0)
        return (opening.is_off_crossings, is_new, -order, round(spread), -opening.middle, opening.gate.x, opening.gate.y)

    free = [e for e in pool if all(e[0].gate.distance(gate) >= spacing_m for gate in gates)]
    return max(free, key=worth) if free else None


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
