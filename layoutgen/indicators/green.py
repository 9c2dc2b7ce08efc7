"""Green: the green ratio and the central green, edges taken off as GB 50180 annex A counts them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Greens:
    """What of a plan's green counts."""

    counted: BaseGeometry  # toward the green ratio
    central: Mapping[str, tuple[Polygon, ...]]  # by the block's id, pieces wide enough


def greens_of(plan: Plan) -> Greens:
    """Green of a plan that counts."""
    return Greens(counted=counted_green(plan), central={block.id: central_green(plan, block) for block in plan.blocks})


def counted_green(plan: Plan) -> BaseGeometry:
    """Ground that counts toward the green ratio.

    Green and central green, 1.0 m off the walls, without ways, stalls, courts, paved and fire grounds. Play grounds
    count only as part of a central green.
    """
    return shapely.union_all([counted for _, counted in counted_pieces(plan)])


def counted_pieces(plan: Plan) -> list[tuple[Polygon, BaseGeometry]]:
    """Every green and central green with what of it counts."""
    central = _union(plan, (GroundKind.CENTRAL_GREEN,))
    play = [shapely.difference(g.outline, central) for g in plan.grounds if g.kind is GroundKind.PLAY_GROUND]
    walls = shapely.buffer([b.footprint for b in plan.buildings], load_counting().green_off_wall_m)
    greens = [g.outline for g in plan.grounds if g.kind in GREEN_KINDS]
    return list(zip(greens, each_without(greens, [*play, *walls, *_hard_ground(plan)]), strict=True))


def green_ratio(land: Polygon, green: BaseGeometry) -> float:
    """Share of a piece of land that is counted green."""
    return float(shapely.intersection(green, land).area / land.area)


def block_green_ratio(plan: Plan, block: Block) -> float:
    """Green ratio of a block's land."""
    return green_ratio(block.outline, counted_green(plan))


def central_green(plan: Plan, block: Block) -> tuple[Polygon, ...]:
    """Pieces of a block's central green that are wide enough to count, the largest first.

    1.5 m off walls, 1.0 m off the carriageways of the block, to the red line of city roads, without courts, stalls and
    fire grounds.
    """
    counting = load_counting()
    least = counting.central_width_m - LENGTH_EPS_M
    return tuple(p for p in central_pieces(plan, block, counting) if inscribed_width(p) >= least)


def central_pieces(plan: Plan, block: Block, counting: Counting) -> tuple[Polygon, ...]:
    """Pieces of a block's central green after its edges, of whatever width."""
    drawn = [g.outline for g in plan.grounds if g.kind is GroundKind.CENTRAL_GREEN and g.outline.intersects(block.outline)]
    lanes = [w.outline for w in plan.ways if w.kind not in (WayKind.FOOTPATH, WayKind.STREET)]
    edges = [
        *shapely.buffer(_within(lanes, drawn, counting.central_off_lane_m), counting.central_off_lane_m),
        *shapely.buffer(
            _within([b.footprint for b in plan.buildings], drawn, counting.central_off_wall_m), counting.central_off_wall_m
        ),
    ]
    # a footpath through it is part of a central green and does not cut it
    left = shapely.union_all(each_without(drawn, [*edges, *_hard_ground(plan, has_paths=False)]))
    return polygons(shapely.intersection(left, block.outline))


def central_green_m2(plan: Plan, block: Block) -> float:
    """Area of the central green that counts [m2]."""
    return sum(float(piece.area) for piece in central_green(plan, block))


def _hard_ground(plan: Plan, *, has_paths: bool = True) -> list[Polygon]:
    soft = (*GREEN_KINDS, GroundKind.PLAY_GROUND, *BELOW_GROUND)
    grounds = [g.outline for g in plan.grounds if g.kind not in soft]
    ways = [w.outline for w in plan.ways if has_paths or w.kind is not WayKind.FOOTPATH]
    return [*grounds, *ways, *(s.outline for s in plan.stalls)]


def _union(plan: Plan, kinds: tuple[GroundKind, ...]) -> BaseGeometry:
    return shapely.union_all([g.outline for g in plan.grounds if g.kind in kinds])


def each_without(shapes: Sequence[BaseGeometry], taken: Sequence[BaseGeometry]) -> list[BaseGeometry]:
    """Return each shape without what is taken: only what meets it is put together, which is far less than all."""
    tree = shapely.STRtree(list(taken))
    return [
        shapely.difference(shape, shapely.union_all([taken[i] for i in sorted(tree.query(shape, predicate="intersects"))]))
        for shape in shapes
    ]


def _within(shapes: list[Polygon], of: list[Polygon], distance: float) -> list[Polygon]:
    """Shapes no further than a distance from some of the others."""
    near = shapely.STRtree(shapes).query(of, predicate="dwithin", distance=distance)[1] if shapes and of else []
    return [shapes[i] for i in sorted(set(near))]
