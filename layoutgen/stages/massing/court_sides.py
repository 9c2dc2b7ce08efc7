"""Courts 围合: rows whose sides are closed by slabs turned along the cell's edge, where sun and lanes let them stand."""

from collections.abc import Sequence
from dataclasses import replace

import shapely
from shapely import affinity
from shapely.geometry.base import BaseGeometry

from layoutgen.stages.massing.cell_ground import ORIGIN, CellGround
from layoutgen.stages.massing.cell_work import CellWork, cell_work
from layoutgen.stages.massing.clearances import north_clear_m
from layoutgen.stages.massing.row_fit import fit_runs
from layoutgen.stages.massing.row_lanes import row_lane
from layoutgen.stages.massing.rows_of_slabs import RowPlan
from layoutgen.stages.massing.standing import Standing, seen, stand

SIDES = ((90.0, -1.0), (-90.0, 1.0))  # turn of the slabs and where the rows keep from: those in the east look east, then west
REACH_M = 12.0  # how far from the edge of the ground a turned slab may stand [m]


def between_sides(work: CellWork) -> CellWork:
    """The same cell without the strips that turned slabs will stand in."""
    strip = work.manner.depth_m + _room_m(work)
    kept: BaseGeometry = shapely.difference(work.ground.buildable, work.ground.opened)
    for _, aside in SIDES[: work.choices.housing.court_sides]:
        kept = shapely.intersection(kept, affinity.translate(work.ground.buildable, aside * strip, 0.0))
    if kept.is_empty or kept.bounds[3] - kept.bounds[1] < work.manner.depth_m:
        return work
    return cell_work(work.standing, replace(work.ground, buildable=kept), work.manner, work.choices)


def with_sides(after: Standing, work: CellWork, ask_m2: float) -> Standing:
    """Rows of a cell with turned slabs at their sides until the asked floor area stands.

    Parameters
    ----------
    after
        The rows, and what stood before.
    work
        The whole cell.
    """
    before = len(work.standing.rows)
    for turn, _ in SIDES[: work.choices.housing.court_sides]:
        for slab in _turned_slabs(after, work, turn):
            own = after.rows[before:]
            if sum(row.gfa_m2 for row in own) >= ask_m2:
                return after
            if _has_lanes((*own, slab), work) and after.sun.admits(*seen((slab,), work.choices)):
                after = stand(after, (slab,), work.choices)
    return after


def _turned_slabs(standing: Standing, work: CellWork, turn_deg: float) -> list[RowPlan]:
    """Slabs along one side, each a row of its own, on the line near the edge that holds most of them."""
    own = standing.rows[len(work.standing.rows) :]
    free = shapely.difference(work.ground.buildable, shapely.union_all([*_kept_clear(own, work), work.ground.opened]))
    if free.is_empty:
        return []
    ground: CellGround = replace(
        work.ground,
        azimuth_deg=work.ground.azimuth_deg + turn_deg,
        outline=affinity.rotate(work.ground.outline, -turn_deg, origin=ORIGIN),
        buildable=affinity.rotate(free, -turn_deg, origin=ORIGIN),
    )
    side = cell_work(standing, ground, work.manner, work.choices)
    lines = [k for k, north in enumerate(side.runs.norths) if north - side.runs.norths[-1] <= REACH_M]
    fitted = [[side.row(k, slabs) for slabs in fit_runs(side.runs.of(k), work.manner, standing.placed)] for k in lines]
    best = max(fitted, key=lambda rows: sum(row.gfa_m2 for row in rows), default=[])
    return [replace(row, slabs=(slab,)) for row in best for slab in row.slabs]


def _kept_clear(rows: Sequence[RowPlan], work: CellWork) -> list[BaseGeometry]:
    """Rows with the room beside them for a lane, and the ground before their doors."""
    room, clear = _room_m(work), north_clear_m(work.fire_m, work.choices)
    boxes = [(row.slabs[0].west_m, row.north_m - row.depth_m, row.east_m(row.slabs[-1]), row.north_m) for row in rows]
    return [shapely.box(w - room, s - work.manner.gap_m, e + room, n + clear) for w, s, e, n in boxes]


def _room_m(work: CellWork) -> float:
    """Between a turned slab's doors and the gables of rows: its lane, clear of both [m]."""
    return north_clear_m(work.fire_m, work.choices) + work.choices.lanes.lane_to_wall_m


def _has_lanes(rows: Sequence[RowPlan], work: CellWork) -> bool:
    """Whether every row has a lane that reaches the loop."""
    return all(
        row_lane(row, [other for other in rows if other is not row], work.ground.cell, work.choices.lanes) is not None
        for row in rows
    )
