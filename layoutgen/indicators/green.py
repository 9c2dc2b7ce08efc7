"""Green: the green ratio and the central green, edges taken off as GB 50180 annex A counts them."""

import shapely
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.parts import polygons
from layoutgen.geometry.tolerance import LENGTH_EPS_M
from layoutgen.geometry.widths import inscribed_width
from layoutgen.model.kinds import GroundKind, WayKind
from layoutgen.model.plan import Block, Plan
from layoutgen.standards.counting import Counting, load_counting

GREEN_KINDS = (GroundKind.GREEN, GroundKind.CENTRAL_GREEN)
BELOW_GROUND = (GroundKind.GARAGE,)


def counted_green(plan: Plan) -> BaseGeometry:
    """Ground that counts toward the green ratio.

    Green and central green, 1.0 m off the walls, without ways, stalls, courts, paved and fire grounds. Play grounds
    count only as part of a central green.
    """
    counting = load_counting()
    central = _union(plan, (GroundKind.CENTRAL_GREEN,))
    play = shapely.difference(_union(plan, (GroundKind.PLAY_GROUND,)), central)
    walls = _buffered([b.footprint for b in plan.buildings], counting.green_off_wall_m)
    return shapely.difference(_union(plan, GREEN_KINDS), shapely.union_all([play, walls, _hard_ground(plan)]))


def green_ratio(land: Polygon, green: BaseGeometry) -> float:
    """Share of a piece of land that is counted green."""
    return float(shapely.intersection(green, land).area / land.area)


def block_green_ratio(plan: Plan, block: Block) -> float:
    """Green ratio of a block's land."""
    return green_ratio(block.outline, counted_green(plan))


def site_green_ratio(plan: Plan) -> float:
    """Green ratio of the land inside the boundary."""
    return green_ratio(plan.boundary, counted_green(plan))


def central_green(plan: Plan, block: Block) -> tuple[Polygon, ...]:
    """Pieces of a block's central green that are wide enough to count, the largest first.

    1.5 m off walls, 1.0 m off the carriageways of the block, without courts, stalls and fire grounds.
    """
    counting = load_counting()
    least = counting.central_width_m - LENGTH_EPS_M
    return tuple(p for p in central_pieces(plan, block, counting) if inscribed_width(p) >= least)


def central_pieces(plan: Plan, block: Block, counting: Counting) -> tuple[Polygon, ...]:
    """Pieces of a block's central green after its edges, of whatever width."""
    drawn = _union(plan, (GroundKind.CENTRAL_GREEN,))
    lanes = _buffered([w.outline for w in plan.ways if w.kind is not WayKind.FOOTPATH], counting.central_off_lane_m)
    walls = _buffered([b.footprint for b in plan.buildings], counting.central_off_wall_m)
    # a footpath through it is part of a central green and does not cut it
    left = shapely.difference(drawn, shapely.union_all([lanes, walls, _hard_ground(plan, has_paths=False)]))
    return polygons(shapely.intersection(left, block.outline))


def central_green_m2(plan: Plan, block: Block) -> float:
    """Area of the central green that counts [m2]."""
    return sum(float(piece.area) for piece in central_green(plan, block))


def _hard_ground(plan: Plan, *, has_paths: bool = True) -> BaseGeometry:
    soft = (*GREEN_KINDS, GroundKind.PLAY_GROUND, *BELOW_GROUND)
    grounds = [g.outline for g in plan.grounds if g.kind not in soft]
    ways = [w.outline for w in plan.ways if has_paths or w.kind is not WayKind.FOOTPATH]
    return shapely.union_all([*grounds, *ways, *(s.outline for s in plan.stalls)])


def _union(plan: Plan, kinds: tuple[GroundKind, ...]) -> BaseGeometry:
    return shapely.union_all([g.outline for g in plan.grounds if g.kind in kinds])


def _buffered(shapes: list[Polygon], distance: float) -> BaseGeometry:
    return shapely.union_all(shapely.buffer(shapes, distance)) if shapes else Polygon()
