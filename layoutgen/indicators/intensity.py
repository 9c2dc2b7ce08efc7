"""Intensity: floor area ratio, density, average storeys and heights, of a block and of the site."""

from collections.abc import Sequence

import numpy as np
import shapely
from shapely.geometry import Polygon

from layoutgen.indicators.land import block_area_m2, buildings_of, site_area_m2
from layoutgen.model.kinds import BuildingUse
from layoutgen.model.plan import Block, Building, Plan


def floor_area_m2(building: Building) -> float:
    """Floor area above ground [m2]: footprint times storeys, whatever the label says."""
    return float(building.footprint.area) * building.storeys


def housing_of(plan: Plan, block: Block) -> tuple[Building, ...]:
    """Dwelling buildings of a block, and whatever else holds dwellings."""
    return tuple(b for b in buildings_of(plan, block) if is_housing(b))


def is_housing(building: Building) -> bool:
    """Whether people live in a building, by its use or by its dwellings."""
    return building.use is BuildingUse.DWELLING or building.dwellings > 0


def block_far(plan: Plan, block: Block) -> float:
    """Floor area above ground of the block's buildings over its land."""
    return sum(floor_area_m2(b) for b in buildings_of(plan, block)) / block_area_m2(block)


def block_density(plan: Plan, block: Block) -> float:
    """Share of the block's land under footprints."""
    return covered_m2(plan.buildings, block.outline) / block_area_m2(block)


def covered_m2(buildings: Sequence[Building], land: Polygon) -> float:
    """Ground of a piece of land under footprints [m2]; overlaps count once."""
    footprints = np.array([b.footprint for b in buildings], dtype=object)
    shapely.prepare(land)
    return float(shapely.intersection(shapely.union_all(footprints[shapely.intersects(land, footprints)]), land).area)


def average_storeys(plan: Plan, block: Block) -> float:
    """Floor area of the block's housing over its footprints, not the mean of towers; 0 without housing."""
    housing = housing_of(plan, block)
    ground = sum(float(b.footprint.area) for b in housing)
    return sum(floor_area_m2(b) for b in housing) / ground if ground else 0.0


def site_far(plan: Plan) -> float:
    """Floor area above ground of all buildings over the land inside the boundary."""
    return sum(floor_area_m2(b) for b in plan.buildings) / site_area_m2(plan)


def site_density(plan: Plan) -> float:
    """Share of the land inside the boundary under footprints."""
    return covered_m2(plan.buildings, plan.boundary) / site_area_m2(plan)


def housing_floor_area_m2(plan: Plan) -> float:
    """Floor area above ground of all dwelling buildings [m2]."""
    return sum(floor_area_m2(b) for b in plan.buildings if is_housing(b))


def total_floor_area_m2(plan: Plan) -> float:
    """Floor area above ground of all buildings [m2]."""
    return sum(floor_area_m2(b) for b in plan.buildings)
