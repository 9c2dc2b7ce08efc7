"""The lane along a row: a straight access lane from loop to loop, or the loop's own leg where it passes close by."""

import numpy as np
import shapely
from shapely import affinity
from shapely.geometry import LineString, Polygon

from layoutgen.geometry.parts import largest, lines, snap_line
from layoutgen.geometry.tolerance import LENGTH_EPS_M
from layoutgen.model.choices import LaneChoices
from layoutgen.model.stages import Cell
from layoutgen.stages.massing.rows_of_slabs import RowPlan, turned

SAMPLE_M = 3.0  # spacing at which a loop's distance from the north walls is taken [m]


def row_lane(row: RowPlan, cell: Cell, lanes: LaneChoices) -> tuple[LineString, bool]:
    """Centre of the lane that serves a row, west to east, and whether it is the loop itself.

    The loop serves where its near edge lies between ``lane_to_wall_m`` and that plus a lane's width off the north
    walls, all along the row.
    """
    loop = cell.outline.buffer(-(lanes.verge_m + lanes.loop_width_m / 2.0), join_style="mitre")
    ring = largest(affinity.rotate(loop, -row.azimuth_deg, origin=(0.0, 0.0)))
    west, east = row.slabs[0].west_m, row.east_m(row.slabs[-1])
    if ring is None:
        ring = affinity.rotate(cell.outline, -row.azimuth_deg, origin=(0.0, 0.0))
    leg = _loop_leg(ring, (west, east), row.north_m, lanes)
    line = leg if leg is not None else _straight(ring, (west, east), row.north_m, lanes)
    points = turned(np.asarray(line.coords)[:, :2], row.azimuth_deg)
    return snap_line(LineString(points)), leg is not None


def _loop_leg(ring: Polygon, run: tuple[float, float], north_m: float, lanes: LaneChoices) -> LineString | None:
    """Part of the loop north of the run, where it lies near enough all along."""
    far = lanes.lane_to_wall_m + lanes.lane_width_m + lanes.loop_width_m / 2.0
    near = lanes.lane_to_wall_m + lanes.loop_width_m / 2.0
    corridor = shapely.box(run[0], north_m, run[1], north_m + far + LENGTH_EPS_M)
    parts = lines(shapely.line_merge(shapely.intersection(ring.exterior, corridor)))
    if not parts:
        return None
    leg = parts[0]
    low, high = leg.bounds[0], leg.bounds[2]
    is_whole = low <= run[0] + LENGTH_EPS_M and high >= run[1] - LENGTH_EPS_M
    if not is_whole or leg.bounds[1] < north_m + near - LENGTH_EPS_M:
        return None
    return leg if leg.coords[0][0] <= leg.coords[-1][0] else leg.reverse()


def _straight(ring: Polygon, run: tuple[float, float], north_m: float, lanes: LaneChoices) -> LineString:
    """Straight lane at its distance from the walls, from the loop's west to its east leg."""
    y = north_m + lanes.lane_to_wall_m + lanes.lane_width_m / 2.0
    whole = LineString([(ring.bounds[0] - 1.0, y), (ring.bounds[2] + 1.0, y)])
    own = shapely.box(run[0], y - 1.0, run[1], y + 1.0)
    chords = lines(shapely.intersection(whole, ring))
    if not chords:
        return LineString([(run[0], y), (run[1], y)])
    chord = max(chords, key=lambda part: shapely.intersection(part, own).length)
    return chord if chord.coords[0][0] <= chord.coords[-1][0] else chord.reverse()
