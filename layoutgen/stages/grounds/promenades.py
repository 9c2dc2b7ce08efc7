"""A footpath along the roads at the site's edge, through the lots that stand there side by side."""

import shapely
from shapely.geometry import LineString, Point

from layoutgen.geometry.parts import lines
from layoutgen.model.kinds import LotKind, RoadClass
from layoutgen.model.site import Edge
from layoutgen.stages.grounds.board import Board
from layoutgen.stages.grounds.ways import foot_way, lay_way

LEAST_M = 10.0  # a shorter run serves nobody [m]


def lay_promenades(board: Board) -> None:
    """Lay a path along every road edge, as far as lots open to the public reach; both its ends meet the road."""
    open_lots = [lot for lot in board.allocation.lots if lot.kind not in (LotKind.KINDERGARTEN, LotKind.GARDEN)]
    half = board.commission.choices.lanes.path_width_m / 2.0
    land = shapely.union_all([lot.outline.buffer(half / 2.0, join_style="mitre") for lot in open_lots])
    walls = shapely.union_all(shapely.buffer(board.walls(), half))
    inside = shapely.intersection(land, board.commission.site.boundary.buffer(-half / 2.0, join_style="mitre"))
    free = shapely.difference(inside, walls)
    for edge in sorted(board.commission.site.edges, key=lambda e: e.id):
        if edge.road_class is not RoadClass.NONE:
            for run in lines(shapely.intersection(_beside(board, edge, half), free), LEAST_M):
                lay_way(board, _to_road(run, edge), foot_way(board, ""))


def _beside(board: Board, edge: Edge, half_m: float) -> LineString:
    """The edge moved inward by half a path."""
    for side in (half_m, -half_m):
        moved = shapely.offset_curve(edge.line, side, join_style="mitre")
        if not moved.is_empty and board.commission.site.boundary.contains(moved.interpolate(0.5, normalized=True)):
            return lines(moved)[0]
    return edge.line


def _to_road(run: LineString, edge: Edge) -> LineString:
    """The run with both ends led out to the edge, square to it."""
    ends = [edge.line.interpolate(edge.line.project(Point(run.coords[k]))) for k in (0, -1)]
    return LineString([ends[0].coords[0], *run.coords, ends[1].coords[0]])
