"""Land: areas of site, blocks and lots, and which building stands in which block."""

import numpy as np
import shapely

from layoutgen.model.kinds import LotKind
from layoutgen.model.plan import Block, Building, Lot, Plan


def site_area_m2(plan: Plan) -> float:
    """Land inside the boundary [m2]."""
    return float(plan.boundary.area)


def block_area_m2(block: Block) -> float:
    """Land of a block inside the road red lines [m2]."""
    return float(block.outline.area)


def lots_of(plan: Plan, kind: str) -> tuple[Lot, ...]:
    """Lots of a kind, the largest first."""
    found = [lot for lot in plan.lots if lot.kind.value == kind]
    return tuple(sorted(found, key=lambda lot: (-lot.outline.area, lot.id)))


def largest_garden(plan: Plan) -> Lot | None:
    """Return the largest garden lot, or None where there is none."""
    gardens = lots_of(plan, LotKind.GARDEN.value)
    return gardens[0] if gardens else None


def buildings_of(plan: Plan, block: Block) -> tuple[Building, ...]:
    """Buildings that stand in a block with more than half of their footprint; labels do not count."""
    if not plan.buildings:
        return ()
    prints = [building.footprint for building in plan.buildings]
    shapely.prepare(block.outline)
    near = np.flatnonzero(shapely.intersects(block.outline, prints))  # a footprint is seldom cut: most are told apart quickly
    inside = np.zeros(len(prints), dtype=np.bool_)
    met = np.asarray(prints, dtype=object)[near]
    inside[near] = shapely.area(shapely.intersection(met, block.outline)) > shapely.area(met) / 2.0
    return tuple(building for building, is_inside in zip(plan.buildings, inside, strict=True) if is_inside)


def public_green_m2(plan: Plan) -> float:
    """Open public green [m2]: garden lots outside the blocks, without the buildings on them."""
    gardens = shapely.union_all([lot.outline for lot in lots_of(plan, LotKind.GARDEN.value)])
    taken = [block.outline for block in plan.blocks] + [building.footprint for building in plan.buildings]
    return float(shapely.difference(gardens, shapely.union_all(taken)).area)
