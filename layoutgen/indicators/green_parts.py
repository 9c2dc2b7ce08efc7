"""Green that counts and green that does not, with the reason."""

from dataclasses import dataclass

import shapely
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.tolerance import OVERLAP_EPS_M2
from layoutgen.indicators.green import Greens, central_green, counted_pieces, each_without
from layoutgen.model.kinds import GroundKind
from layoutgen.model.plan import Plan
from layoutgen.standards.counting import load_counting


@dataclass(frozen=True, slots=True, kw_only=True)
class GreenParts:
    """The green of a plan taken apart."""

    greens: Greens  # what counts
    by_walls: BaseGeometry  # drawn as green, too near to a wall
    covered: BaseGeometry  # drawn as green, under ways, stalls, courts, paved and fire grounds
    play: BaseGeometry  # play grounds outside the central green
    central: BaseGeometry  # central green that counts as such
    not_central: BaseGeometry  # drawn as central green, but at its edges or too narrow


def green_parts(plan: Plan) -> GreenParts:
    """Take the green of a plan apart; what counts, what lies by walls and what is covered do not overlap."""
    pieces = counted_pieces(plan)
    lost = [shapely.difference(drawn, left) for drawn, left in pieces if drawn.area - left.area > OVERLAP_EPS_M2]
    walls = shapely.buffer([building.footprint for building in plan.buildings], load_counting().green_off_wall_m)
    covered = shapely.union_all(each_without(lost, list(walls)))
    central_drawn = _union(plan, GroundKind.CENTRAL_GREEN)
    by_block = {block.id: central_green(plan, block) for block in plan.blocks}
    central = shapely.union_all([piece for own in by_block.values() for piece in own])
    return GreenParts(
        greens=Greens(counted=shapely.union_all([left for _, left in pieces]), central=by_block),
        by_walls=shapely.difference(shapely.union_all(lost), covered),
        covered=covered,
        play=shapely.difference(_union(plan, GroundKind.PLAY_GROUND), central_drawn),
        central=central,
        not_central=shapely.difference(central_drawn, central),
    )


def _union(plan: Plan, kind: GroundKind) -> BaseGeometry:
    return shapely.union_all([ground.outline for ground in plan.grounds if ground.kind is kind])
