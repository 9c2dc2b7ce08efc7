"""The loop of a cell: a ring round its inside, drawn as open ways that share their ends."""

from dataclasses import dataclass
from itertools import pairwise

import shapely
from shapely.geometry import LineString, Polygon
from shapely.ops import substring

from layoutgen.geometry.parts import polygons, snap_line, snap_to_grid
from layoutgen.model.stages import Cell
from layoutgen.stages.grounds.board import Board
from layoutgen.stages.grounds.ways import lay_way, main_way

PARTS = 4  # open ways a ring is cut into


@dataclass(frozen=True, slots=True, kw_only=True)
class Ring:
    """A loop's centre line as a polygon, and the cell it runs round."""

    cell: Cell
    shape: Polygon


def lay_rings(board: Board) -> list[Ring]:
    """Lay the loops of every cell that is built on."""
    rings: list[Ring] = []
    for cell in sorted(board.allocation.cells, key=lambda c: c.id):
        homes = [b.footprint for b in board.buildings_of(cell.block) if b.footprint.intersects(cell.outline)]
        if not homes:
            continue
        built = shapely.union_all(homes)
        for shape in _ring_shapes(board, cell):
            if shape.intersects(built):
                rings.append(Ring(cell=cell, shape=shape))
                _lay_ring(board, shape, cell.block)
    return rings


def _ring_shapes(board: Board, cell: Cell) -> list[Polygon]:
    """Ring polygons of a cell; necks too narrow for two lanes side by side are left out."""
    lanes = board.commission.choices.lanes
    width = lanes.loop_width_m
    inset = cell.outline.buffer(-(lanes.verge_m + width / 2.0), join_style="mitre")
    opened = inset.buffer(-width, join_style="mitre").buffer(width, join_style="mitre")
    kept = shapely.intersection(opened, inset)
    parts = [Polygon(part.exterior) for part in polygons(kept, 4.0 * width * width)]
    smooth = [p for part in parts for p in polygons(part.simplify(width / 20.0))]
    return [snapped for part in smooth for snapped in snap_to_grid(part)]


def _lay_ring(board: Board, shape: Polygon, block: str) -> None:
    ring = LineString(shape.exterior.coords)
    for start, end in _cuts(ring):
        if end > start:
            coords = list(substring(ring, start, end).coords)
        else:
            coords = [*substring(ring, start, ring.length).coords, *substring(ring, 0.0, end).coords[1:]]
        lay_way(board, snap_line(LineString(coords)), main_way(board, block))


def _cuts(ring: LineString) -> list[tuple[float, float]]:
    """Stretches of a ring from the middle of one of its longest sides to the next."""
    coords = list(ring.coords)
    sides = [LineString(pair) for pair in pairwise(coords)]
    longest = sorted(range(len(sides)), key=lambda n: (-sides[n].length, n))[: min(PARTS, len(sides))]
    starts = [0.0]
    for side in sides:
        starts.append(starts[-1] + side.length)
    middles = sorted(starts[n] + sides[n].length / 2.0 for n in longest)
    return list(zip(middles, [*middles[1:], middles[0]], strict=True))
