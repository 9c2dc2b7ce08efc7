"""The garden 社区游园: sports at one end; axis, cross path and walk round the rest; a square, play and seats beside them."""

import shapely
from shapely.geometry import LineString, Point

from layoutgen.geometry.parts import lines
from layoutgen.model.kinds import GroundKind, LotKind, SpotKind, WayKind
from layoutgen.model.plan import Lot
from layoutgen.stages.grounds.board import Board, walk_lines
from layoutgen.stages.grounds.frontage import Frontage, find_frontages
from layoutgen.stages.grounds.garden_places import lay_activity, lay_bays, lay_pavilion, lay_square
from layoutgen.stages.grounds.garden_plan import car_gap, inward, plan_garden, ray, reach_of
from layoutgen.stages.grounds.garden_sports import lay_sports
from layoutgen.stages.grounds.garden_walks import lay_walks
from layoutgen.stages.grounds.paths import all_lines, cut_at, join_on_foot, joined, side_nearest
from layoutgen.stages.grounds.ways import foot_way, lay_way

WALL_M = 3.0  # of a path off walls
MARGIN_M = 1.5
JOINED = (GroundKind.SPORTS_GROUND, GroundKind.ACTIVITY_GROUND, GroundKind.NURSERY_GROUND)


def lay_gardens(board: Board) -> None:
    """Lay out every garden: the largest holds the sports and the activity ground.

    Where the garden lies off the site the service lot holds the activity ground.
    """
    lots = sorted(board.lots(LotKind.GARDEN), key=lambda lot: (-lot.outline.area, lot.id))
    for n, lot in enumerate(lots):
        _lay_garden(board, lot, is_main=n == 0)
    if not lots and board.commission.program.has(GroundKind.ACTIVITY_GROUND):
        for lot in board.lots(LotKind.SERVICE)[:1]:
            lay_activity(board, lot, None)
            _link_grounds(board, lot)


def _lay_garden(board: Board, lot: Lot, *, is_main: bool) -> None:
    if is_main:
        lay_sports(board, lot)
    plan = plan_garden(board, lot)
    if plan is None:
        _lay_axis(board, lot)
    else:
        lay_walks(board, plan)
        lay_square(board, plan)
    if is_main:
        lay_activity(board, lot, plan)
    if plan is not None:
        pavilion = lay_pavilion(board, plan)
        lay_bays(board, plan)
        if pavilion is not None:
            targets = _paths_in(board, lot)
            join_on_foot(board, side_nearest(pavilion, targets), targets, "")
    _link_grounds(board, lot)


def _lay_axis(board: Board, lot: Lot) -> None:
    """In a garden too narrow for more, a straight path across it from about the middle of its longest frontage."""
    fronts = find_frontages(board, lot.outline)
    if not fronts:
        return
    gate = _gate(board, fronts[0])
    sight = ray(gate, inward(fronts[0]), reach_of(lot.outline))
    clear = lot.outline.buffer(-MARGIN_M * 2.0).union(gate.buffer(MARGIN_M * 4.0))
    laid = [ground.outline for ground in board.grounds if ground.lot == lot.id]
    closed = shapely.union_all([*shapely.buffer(board.walls(), WALL_M), *shapely.buffer(laid, MARGIN_M)])
    runs = [r for r in lines(shapely.difference(shapely.intersection(sight, clear), closed)) if r.distance(gate) < MARGIN_M]
    if not runs:
        return
    far = max((Point(p) for p in runs[0].coords), key=gate.distance)
    axis = joined(far, gate, fronts[0].arrival(gate))
    lay_way(board, cut_at(axis, all_lines(board)), foot_way(board, ""))
    board.add_spot(SpotKind.PEDESTRIAN_GATE, gate, lot.id)


def _gate(board: Board, front: Frontage) -> Point:
    """The place nearest to the middle of a frontage that is far enough from every vehicle gate; else the farthest from them."""
    middle = front.line.interpolate(0.5, normalized=True)
    places = [middle, *front.points(MARGIN_M * 4.0, MARGIN_M * 2.0)]
    return min(places, key=lambda place: (-car_gap(board, place), place.distance(middle), place.x))


def _paths_in(board: Board, lot: Lot) -> list[LineString]:
    inside = [w for w in board.ways if w.kind is WayKind.FOOTPATH and w.centre.intersects(lot.outline)]
    return walk_lines(inside) or all_lines(board)


def _link_grounds(board: Board, lot: Lot) -> None:
    """Join each ground of the garden to the nearest path."""
    for ground in [g for g in board.grounds if g.lot == lot.id and g.kind in JOINED]:
        targets = _paths_in(board, lot)
        if targets:
            join_on_foot(board, side_nearest(ground.outline, targets), targets, "")
