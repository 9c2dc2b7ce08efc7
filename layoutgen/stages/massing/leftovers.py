"""Ground that whole rows left over, filled with single slabs in the rows' direction, on the rows' lines where they fit."""

import shapely
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.tolerance import GRID_M
from layoutgen.model.choices import Choices
from layoutgen.stages.massing.cell_ground import CellGround
from layoutgen.stages.massing.clearances import north_clear_m, row_gap_m
from layoutgen.stages.massing.row_fit import SlabManner, fit_slabs, free_runs
from layoutgen.stages.massing.row_lanes import row_lane
from layoutgen.stages.massing.rows_of_slabs import RowPlan, SlabPlan, fire_height_m
from layoutgen.stages.massing.standing import Standing, seen, stand

STEP_M = 4.0  # of the lines tried, north to south [m]


def fill_leftovers(standing: Standing, ground: CellGround, manner: SlabManner, ask_m2: float, choices: Choices) -> Standing:
    """Add single slabs to what rows left of a cell, until the asked floor area stands.

    Every slab has its sun, leaves the others theirs, and lies on a lane that reaches the loop.
    """
    done = 0.0
    for north_m in _lines(standing, ground, manner):
        while done < ask_m2:
            row = _next_slab(standing, ground, manner, north_m, choices)
            if row is None:
                break
            standing = stand(standing, (row,), choices)
            done += row.gfa_m2
    return standing


def _next_slab(standing: Standing, ground: CellGround, manner: SlabManner, north_m: float, choices: Choices) -> RowPlan | None:
    """Westernmost slab that may stand on a line."""
    for row in _candidates(standing, ground, manner, north_m, choices):
        if _fits(standing, ground, row, choices):
            return row
    return None


def _own(standing: Standing, ground: CellGround) -> list[RowPlan]:
    return [row for row in standing.rows if row.cell == ground.cell.id]


def _lines(standing: Standing, ground: CellGround, manner: SlabManner) -> list[float]:
    """North-wall lines worth trying: those of the rows first, then others, north to south."""
    _, south, _, north = ground.buildable.bounds
    count = int((north - south - manner.depth_m) / STEP_M) + 1 if north - south >= manner.depth_m else 0
    return [row.north_m for row in _own(standing, ground)] + [north - STEP_M * n for n in range(count)]


def _candidates(standing: Standing, ground: CellGround, manner: SlabManner, north_m: float, choices: Choices) -> list[RowPlan]:
    """Single slabs that fit on a line, gaps kept to all slabs of the cell."""
    region, clear = _free_ground(standing, ground, manner, choices)
    if region.is_empty:
        return []
    reach = north_clear_m(fire_height_m(manner.storeys, choices.housing), choices)
    strips = ((region, north_m - manner.depth_m, north_m), (clear, north_m, north_m + reach))
    gables = [(slab.west_m, row.east_m(slab)) for row in _own(standing, ground) for slab in row.slabs]
    slabs: list[SlabPlan] = []
    for run in free_runs(strips):
        slabs.extend(fit_slabs(run, manner, standing.placed, gables))
    return [
        RowPlan(
            cell=ground.cell.id,
            block=ground.cell.block,
            azimuth_deg=ground.azimuth_deg,
            north_m=north_m,
            depth_m=manner.depth_m,
            slabs=(slab,),
        )
        for slab in slabs
    ]


def _free_ground(
    standing: Standing, ground: CellGround, manner: SlabManner, choices: Choices
) -> tuple[BaseGeometry, BaseGeometry]:
    """Where walls may stand, and what ground before the north walls is free."""
    gap = row_gap_m(fire_height_m(manner.storeys, choices.housing), choices)
    boxes = [_box(row, slab) for row in _own(standing, ground) for slab in row.slabs]
    kept_off = [shapely.box(w - manner.gap_m, s - gap, e + manner.gap_m, n + gap) for w, s, e, n in boxes]
    opened = shapely.buffer(ground.opened, GRID_M, join_style="mitre")  # slits that turning left closed
    region = shapely.difference(ground.buildable, shapely.union_all([*kept_off, opened], grid_size=GRID_M))
    clear = shapely.difference(ground.outline, shapely.union_all([shapely.box(*box) for box in boxes]))
    return region, clear


def _box(row: RowPlan, slab: SlabPlan) -> tuple[float, float, float, float]:
    return (slab.west_m, row.north_m - row.depth_m, row.east_m(slab), row.north_m)


def _fits(standing: Standing, ground: CellGround, row: RowPlan, choices: Choices) -> bool:
    others = _own(standing, ground)
    return (
        row_lane(row, others, ground.cell, choices.lanes) is not None
        and all(
            row_lane(other, [row, *(o for o in others if o is not other)], ground.cell, choices.lanes) is not None
            for other in others
        )
        and standing.sun.admits(*seen((row,), choices))
    )
