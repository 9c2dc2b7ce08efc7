"""The loop of a cell: a ring round its inside with rounded bends, drawn as open ways that share their ends."""

from dataclasses import dataclass
from itertools import pairwise

import shapely
from shapely.geometry import LineString, MultiPoint, Polygon
from shapely.ops import substring

from layoutgen.geometry.fillet import arc_at, rounded_ring
from layoutgen.geometry.parts import lines, polygons, snap_line, snap_to_grid
from layoutgen.model.stages import Cell
from layoutgen.stages.grounds.board import Board, near
from layoutgen.stages.grounds.free_ground import sides
from layoutgen.stages.grounds.south_cut import without_south
from layoutgen.stages.grounds.ways import lay_way, main_way

ON_M = 0.02  # closer than this a point lies on a line [m]
PARTS = 4  # open ways a ring is cut into
BENDS = (1.0, 0.75, 0.5)  # of the inner radius aimed at, the widest that keeps off the walls


@dataclass(frozen=True, slots=True, kw_only=True)
class Ring:
    """A loop's centre line as a polygon, the cell it runs round, and the stretches of it that are driven on."""

    cell: Cell
    shape: Polygon
    driven: tuple[LineString, ...]
    spared: tuple[LineString, ...] = ()  # the other stretches


def lay_rings(board: Board) -> list[Ring]:
    """Lay the loops of every cell that is built on."""
    rings: list[Ring] = []
    for cell in sorted(board.allocation.cells, key=lambda c: c.id):
        homes = [b.footprint for b in board.buildings_of(cell.block) if b.footprint.intersects(cell.outline)]
        if not homes:
            continue
        built = shapely.union_all(homes)
        for square in (without_south(board, whole, cell) for whole in _ring_shapes(board, cell)):
            if square.intersects(built):
                shape = _rounded(board, square, cell)
                rings.append(Ring(cell=cell, shape=shape, driven=(LineString(shape.exterior.coords),)))
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


def _rounded(board: Board, square: Polygon, cell: Cell) -> Polygon:
    """The ring with its bends rounded, wide enough for a fire engine where walls and the cell's edge let it."""
    lanes = board.commission.choices.lanes
    half = lanes.loop_width_m / 2.0
    walls = near(board.walls(), square, half + lanes.lane_to_wall_m + lanes.loop_radius_m)
    inside = cell.outline.buffer(-half - lanes.verge_m / 2.0, join_style="mitre")
    shapely.prepare(inside)
    corners = shapely.get_coordinates(square.exterior)[:-1]
    radii: list[float] = []
    for n, corner in enumerate(corners):
        choices = [half + share * lanes.loop_radius_m for share in BENDS]
        arcs = [MultiPoint(arc_at(corners[n - 1], corner, corners[(n + 1) % len(corners)], r)) for r in choices]
        fits = [r for r, arc in zip(choices, arcs, strict=True) if inside.covers(arc)]
        clear = [r for r in fits if not len(near(walls, arcs[choices.index(r)], half + lanes.lane_to_wall_m))]
        radii.append(clear[0] if clear else fits[-1] if fits else 0.0)
    whole = rounded_ring(square, radii)
    return snap_to_grid(whole)[0] if whole.is_valid else square


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
    runs = [LineString(pair) for pair in pairwise(coords)]
    longest = sorted(range(len(runs)), key=lambda n: (-runs[n].length, n))[: min(PARTS, len(runs))]
    starts = [0.0]
    for run in runs:
        starts.append(starts[-1] + run.length)
    middles = sorted(starts[n] + runs[n].length / 2.0 for n in longest)
    return list(zip(middles, [*middles[1:], middles[0]], strict=True))


def driven_sides(ring: Ring) -> list[LineString]:
    """Straight stretches of a loop that are driven on, its inside on their left."""
    driven = shapely.union_all([line.buffer(ON_M, cap_style="flat") for line in ring.driven])
    every = sides(ring.shape)
    found: list[LineString] = []
    for side, met in zip(every, shapely.intersection(every, driven), strict=True):
        start, end = shapely.get_coordinates(side)
        for run in lines(met, ON_M):
            first, last = shapely.get_coordinates(run)[[0, -1]]
            is_onward = float((last - first) @ (end - start)) >= 0.0
            found.append(LineString([first, last] if is_onward else [last, first]))
    return found
