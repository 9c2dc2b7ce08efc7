"""Every high-rise keeps one long side free inside its block, deep enough for lane and rescue ground."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
import shapely
from shapely.geometry import Polygon

from layoutgen.geometry.tolerance import LENGTH_EPS_M, OVERLAP_EPS_M2
from layoutgen.model.choices import Choices
from layoutgen.stages.massing.clearances import is_high
from layoutgen.stages.massing.rows_of_slabs import RowPlan, SlabPlan, fire_height_m, footprints, turned


def with_clear_sides(
    rows: Sequence[RowPlan], lands: Mapping[str, Polygon], fixed: Sequence[Polygon], choices: Choices
) -> tuple[RowPlan, ...]:
    """Rows without the high-rise slabs that have no long side free.

    Parameters
    ----------
    lands
        Outline of each block.
    fixed
        Footprints of other buildings.
    """
    shapes = np.array([*fixed, *(shape for row in rows for shape in footprints(row))], dtype=object)
    tree = shapely.STRtree(shapes)

    def is_clear(row: RowPlan, slab: SlabPlan) -> bool:
        if not is_high(fire_height_m(slab.storeys, choices.housing), choices):
            return True
        return any(
            lands[row.block].buffer(LENGTH_EPS_M).covers(side)
            and shapely.area(shapely.intersection(side, shapes[tree.query(side)])).sum() < OVERLAP_EPS_M2
            for side in _sides(row, slab, choices.grounds.clear_side_m)
        )

    kept = (replace(row, slabs=tuple(slab for slab in row.slabs if is_clear(row, slab))) for row in rows)
    return tuple(row for row in kept if row.slabs)


def _sides(row: RowPlan, slab: SlabPlan, deep_m: float) -> tuple[Polygon, Polygon]:
    """Ground along the north and the south wall, a hair off the walls."""
    west, east, south = slab.west_m, row.east_m(slab), row.north_m - row.depth_m
    strips = ((row.north_m + LENGTH_EPS_M, row.north_m + deep_m), (south - deep_m, south - LENGTH_EPS_M))
    north, front = (
        Polygon(turned(np.array([(west, low), (east, low), (east, high), (west, high)]), row.azimuth_deg))
        for low, high in strips
    )
    return north, front
