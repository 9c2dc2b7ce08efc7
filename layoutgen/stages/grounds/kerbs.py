"""Kerbs rounded where ways meet: the ground of each arc becomes part of the lesser way's outline."""

from dataclasses import replace

import shapely
from shapely.geometry import Point, Polygon
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.parts import largest
from layoutgen.geometry.tolerance import GRID_M
from layoutgen.model.kinds import RoadClass, WayKind
from layoutgen.model.plan import Way
from layoutgen.stages.grounds.board import Board, areal, as_array, near
from layoutgen.walking.lane_corners import Corner, lane_corners

SHARES = (1.0, 0.8, 0.65, 0.5)  # of the radius aimed at, the widest that keeps off the walls
ON_M = 0.4  # how far an arm may bend away where its kerb arc ends [m]
ROAD_M = 30.0  # half the width of a road along the site, at most [m]
LEAST_M2 = 0.3  # less ground is no kerb worth drawing
ORDER = (WayKind.MAIN, WayKind.ACCESS)  # the later of two ways takes the ground


def round_kerbs(board: Board) -> None:
    """Round the kerbs of the blocks' carriageways where they meet each other and the roads at their gates."""
    drives = [way for way in board.all_ways() if way.kind is not WayKind.FOOTPATH]
    by_id = {way.id: way for way in drives}
    laid = as_array(g.outline for g in board.grounds)
    own = {block.id: block.outline for block in board.allocation.blocks}
    driven = shapely.union_all([*(way.centre for way in drives), _outside(board)])
    shapely.prepare(driven)
    for corner in lane_corners(drives):
        pair = sorted((by_id[arm.way] for arm in (corner.first, corner.second)), key=_rank)
        name = pair[-1].id
        block = own.get(pair[-1].block)
        if pair[-1].kind not in ORDER or block is None:
            continue
        arcs = [corner.kerb(share * _radius(board, pair)) for share in SHARES]
        ground = _kerb(board, [arc for arc in arcs if _lies_on(corner, arc, driven)], block)
        if ground is not None:
            others = [way.outline for way in by_id.values() if way.id != name]
            by_id[name] = _widened(by_id[name], ground, [*others, *near(laid, ground)], board.commission.site.boundary)
    board.ways[:] = [by_id.get(way.id, way) for way in board.ways]


def _rank(way: Way) -> tuple[int, str]:
    return (ORDER.index(way.kind) if way.kind in ORDER else -1, way.id)


def _radius(board: Board, pair: list[Way]) -> float:
    lanes = board.commission.choices.lanes
    return lanes.lane_radius_m if pair[-1].kind is WayKind.ACCESS else lanes.loop_radius_m


def _outside(board: Board) -> BaseGeometry:
    """The city's roads beyond the site's edges."""
    edges = [edge.line for edge in board.commission.site.edges if edge.road_class is not RoadClass.NONE]
    return shapely.difference(shapely.union_all(edges).buffer(ROAD_M), board.commission.site.boundary)


def _lies_on(corner: Corner, arc: Polygon, driven: BaseGeometry) -> bool:
    """Whether both arms go on straight as far as the arc reaches along them."""
    ends = shapely.get_coordinates(arc)[[1, -2]]
    spans = [float((end - corner.inner) @ arm.toward) for end, arm in zip(ends, (corner.first, corner.second), strict=True)]
    starts = [float((corner.inner - corner.at) @ arm.toward) for arm in (corner.first, corner.second)]
    feet = [
        Point(corner.at[0] + arm.toward[0] * (start + span), corner.at[1] + arm.toward[1] * (start + span))
        for arm, start, span in zip((corner.first, corner.second), starts, spans, strict=True)
    ]
    return all(bool(shapely.dwithin(driven, foot, ON_M)) for foot in feet)


def _kerb(board: Board, arcs: list[Polygon], block: Polygon) -> BaseGeometry | None:
    """Ground inside the first of the arcs that keeps off the walls as far as the lanes themselves do."""
    clear = board.commission.choices.lanes.lane_to_wall_m
    found = next((arc for arc in arcs if not len(near(board.walls(), arc, clear))), None)
    return None if found is None else shapely.intersection(found, block)


def _widened(way: Way, ground: BaseGeometry, others: list[BaseGeometry], site: Polygon) -> Way:
    """The way with some more ground, as far as it hangs together and is not taken."""
    grown = shapely.intersection(shapely.buffer(ground, 2.0 * GRID_M, join_style="mitre"), site)
    free = shapely.difference(areal(grown), shapely.union_all(near(as_array(others), grown)), grid_size=GRID_M)
    whole = largest(shapely.union(way.outline, areal(free), grid_size=GRID_M))
    if whole is None or whole.interiors or whole.area < way.outline.area + LEAST_M2:
        return way
    return replace(way, outline=whole)
