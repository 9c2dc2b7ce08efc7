"""Places where a path may lead out of a block: square to its edge, to a road or into an open lot."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.parts import lines, snap_line
from layoutgen.model.kinds import GroundKind, LotKind, WayKind
from layoutgen.model.plan import Block, Lot
from layoutgen.stages.grounds.board import Board, as_array, near, walk_lines
from layoutgen.stages.grounds.frontage import TOUCH_M, Frontage, find_frontages
from layoutgen.stages.grounds.garden_plan import inward
from layoutgen.stages.grounds.paths import OPEN_KINDS, block_lines, joined, obstacles_near
from layoutgen.stages.grounds.routes import shortest_route

PITCH_M = 6.0  # between the places that are tried
MARGIN_M = 9.0  # of a place from the ends of its side
LOT_MARGIN_M = 3.0
INSIDE_M = 48.0  # from the edge to the block's first way: also past a row that stands at the edge
BEYOND_M = 30.0  # from the edge to the first way of the lot beside it
ROUND_TRIED = 3  # places on a border from which a way round the lot's building is sought
ROUND_M = 70.0  # and how long it may be
WALL_M = 0.8  # of a path's edge off walls
PASSED = tuple(kind for kind in OPEN_KINDS if kind is not GroundKind.CENTRAL_GREEN)
OPEN_LOTS = (LotKind.GARDEN, LotKind.SERVICE, LotKind.SHOPS)
ON_M = 0.01


@dataclass(frozen=True, slots=True, kw_only=True)
class FootOpening:
    """A place where a path may lead out of a block."""

    block: str  # "" of a lot
    gate: Point  # on its edge
    line: LineString  # from the block's first way over the gate to the road, or to the first way beside
    is_street: bool  # whether it leads to a road
    is_in_line: bool = False  # with a path of the block, or a gap between gables


def foot_openings(board: Board) -> list[FootOpening]:
    """Every place of every block, and of services and shops, from which a short straight path reaches their ways."""
    blocks = sorted(board.allocation.blocks, key=lambda b: b.id)
    lots = board.lots(LotKind.SERVICE, LotKind.SHOPS)
    return [*(o for block in blocks for o in _of_block(board, block)), *(o for lot in lots for o in _of_lot(board, lot))]


def _of_lot(board: Board, lot: Lot) -> Iterator[FootOpening]:
    free = _Free(board, "", lot.outline)
    own = _ways_in(board, lot)
    for front in find_frontages(board, lot.outline):
        yield from _through(free, own, front, _along(front.line, LOT_MARGIN_M))


def _ways_in(board: Board, lot: Lot) -> list[LineString]:
    return walk_lines(way for way in board.ways if not way.block and way.centre.intersects(lot.outline))


def _of_block(board: Board, block: Block) -> Iterator[FootOpening]:
    own = block_lines(board, block.id)
    if not own:
        return
    free = _Free(board, block.id, block.outline)
    for front in find_frontages(board, block.outline):
        if front.street is None or front.street.kind is not WayKind.ATTACHED:
            marks = _marks(board, block, front)
            yield from _through(free, own, front, _places(front))
            for opening in _through(free, own, front, marks):
                yield replace(opening, is_in_line=True)
    if not block.is_gated:
        for lot in board.lots(*OPEN_LOTS):
            yield from _into(board, free, own, lot)


class _Free:
    """What a path keeps off in a block or a lot."""

    def __init__(self, board: Board, block: str, land: Polygon) -> None:
        self.block = block
        self.land = land
        self.half = board.commission.choices.lanes.path_width_m / 2.0
        self.walls = shapely.union_all(near(board.walls(), land, BEYOND_M + WALL_M))
        self.laid = shapely.union_all(near(board.laid_outlines(PASSED), land, BEYOND_M))

    def are_clear(self, legs: NDArray[np.object_]) -> NDArray[np.bool_]:
        """Whether paths along some legs keep off walls and what is laid."""
        is_off = ~shapely.dwithin(legs, self.walls, self.half + WALL_M)
        return np.asarray(is_off & ~shapely.dwithin(legs, self.laid, self.half))


def _through(free: _Free, own: Sequence[LineString], front: Frontage, places: Sequence[Point]) -> Iterator[FootOpening]:
    """Straight from the block's first way to the road."""
    for gate, leg in _legs(free, own, front.line, places, INSIDE_M):
        line = joined(Point(leg.coords[-1]), gate, front.arrival(gate))
        yield FootOpening(block=free.block, gate=gate, line=snap_line(line), is_street=True)


def _into(board: Board, free: _Free, own: Sequence[LineString], lot: Lot) -> Iterator[FootOpening]:
    """Straight from the block's first way to the first way in the lot beside it."""
    beside = _ways_in(board, lot)
    if not beside or not shapely.dwithin(lot.outline, free.land, TOUCH_M):
        return
    ring = shapely.get_coordinates(shapely.orient_polygons(free.land).exterior)
    for side in (LineString(pair) for pair in pairwise(ring)):
        for run in lines(shapely.intersection(side, lot.outline.buffer(TOUCH_M)), PITCH_M):
            border = LineString(sorted((Point(xy) for xy in run.coords), key=side.project))
            places = _along(border, LOT_MARGIN_M)
            inner = {gate.wkb: leg for gate, leg in _legs(free, own, border, places, INSIDE_M)}
            found = dict(_beyond(board, free, beside, lot, border, [place for place in places if place.wkb in inner]))
            for gate, outer in found.items():
                line = joined(Point(inner[gate].coords[-1]), *(Point(xy) for xy in outer.coords))
                yield FootOpening(block=free.block, gate=Point(outer.coords[0]), line=snap_line(line), is_street=False)


def _beyond(
    board: Board, free: _Free, beside: Sequence[LineString], lot: Lot, border: LineString, places: Sequence[Point]
) -> Iterator[tuple[bytes, LineString]]:
    """From places on a lot's border on to its first path: straight, else from a few of them round what stands there."""
    straight = {gate.wkb: leg for gate, leg in _legs(free, beside, border.reverse(), places, BEYOND_M, lot.outline)}
    yield from straight.items()
    if straight:
        return
    around = lot.outline.buffer(TOUCH_M, join_style="mitre")
    fence = shapely.difference(around.buffer(1.0, join_style="mitre"), around)
    for place in places[:: max(len(places) // ROUND_TRIED, 1)]:
        closed = shapely.union(shapely.intersection(obstacles_near(board, place), around), fence)
        goal = shapely.difference(shapely.union_all(as_array(beside)), closed)
        route = shortest_route(place, goal, closed) if not goal.is_empty else None
        if route is not None and route.length <= ROUND_M:
            yield place.wkb, LineString([place.coords[0], *route.coords[1:]])


def _legs(
    free: _Free,
    goals: Sequence[LineString],
    border: LineString,
    places: Sequence[Point],
    reach_m: float,
    land: BaseGeometry | None = None,
) -> Iterator[tuple[Point, LineString]]:
    """From places on a border the clear legs square to it, on its left, to the first of the goals."""
    target = shapely.union_all(as_array(near(as_array(goals), border, reach_m)))
    if target.is_empty or not len(places):
        return
    ahead = np.asarray(_left_of(border))
    starts = np.array([[place.x, place.y] for place in places])
    rays = np.asarray(shapely.linestrings(np.stack([starts, starts + ahead * reach_m], axis=1)))
    met, owners = shapely.get_coordinates(shapely.intersection(rays, target), return_index=True)
    far = np.hypot(*(met - starts[owners]).T)
    first = np.full(len(starts), np.inf)
    np.minimum.at(first, owners[far > ON_M], far[far > ON_M])
    reached = np.flatnonzero(np.isfinite(first))
    ends = starts[reached] + ahead * first[reached, None]
    legs = np.asarray(shapely.linestrings(np.stack([starts[reached], ends], axis=1)))
    inside = (land or free.land).buffer(TOUCH_M)
    shapely.prepare(inside)
    for n in np.flatnonzero(shapely.covers(inside, legs) & free.are_clear(legs)):
        yield places[reached[n]], legs[n]


def _left_of(border: LineString) -> tuple[float, float]:
    return inward(Frontage(line=border, street=None, edge=None))


def _places(front: Frontage) -> list[Point]:
    """Places along a frontage, opposite each other across a street."""
    line = front.line
    if front.street is None:
        return _along(line, MARGIN_M)
    centre = front.street.centre
    marks = [centre.interpolate(n * PITCH_M) for n in range(1, int(centre.length / PITCH_M) + 1)]
    return _off_ends(line, [line.interpolate(line.project(mark)) for mark in marks])


def _marks(board: Board, block: Block, front: Frontage) -> list[Point]:
    """Places in line with gaps between gables and with ends of the block's paths."""
    line = front.line
    ends = [
        Point(w.centre.coords[k]) for w in board.ways if w.block == block.id and w.kind is WayKind.FOOTPATH for k in (0, -1)
    ]
    found = [*_gaps(board, block, line), *(end for end in ends if shapely.dwithin(end, line, INSIDE_M / 2.0))]
    return _off_ends(line, [line.interpolate(line.project(point)) for point in found])


def _off_ends(line: LineString, places: Sequence[Point]) -> list[Point]:
    kept = {place.wkb: place for place in places if MARGIN_M <= line.project(place) <= line.length - MARGIN_M}
    return list(kept.values())


def _along(line: LineString, margin_m: float) -> list[Point]:
    return Frontage(line=line, street=None, edge=None).points(margin_m, PITCH_M)


def _gaps(board: Board, block: Block, line: LineString) -> Iterator[Point]:
    """Middles of the gaps between neighbours in the rows that stand along a line."""
    walls = {b.id: b.footprint for b in board.buildings_of(block.id)}
    for row in board.massing.rows:
        own = sorted((walls[name] for name in row.buildings if name in walls), key=lambda wall: wall.centroid.coords[0])
        for one, other in pairwise(own):
            gap = shapely.shortest_line(one, other)
            middle = gap.interpolate(0.5, normalized=True)
            if shapely.dwithin(middle, line, INSIDE_M):
                yield middle
