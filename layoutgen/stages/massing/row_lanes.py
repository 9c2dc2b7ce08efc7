"""The lane along a row: a straight access lane from loop to loop, or the loop's own leg where it passes close by."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from shapely import affinity
from shapely.geometry import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.parts import largest, lines, snap_line
from layoutgen.geometry.tolerance import LENGTH_EPS_M
from layoutgen.model.choices import LaneChoices
from layoutgen.model.stages import Cell
from layoutgen.stages.massing.rows_of_slabs import RowPlan, turned

CLOSE_M = 0.1  # a wall so much nearer to the loop than it should be stands in its way [m]


@dataclass(frozen=True, slots=True, kw_only=True)
class RowLane:
    """Centre line of a lane, west to east, and whether it is the loop itself."""

    line: LineString
    is_loop: bool


def row_lane(row: RowPlan, others: Sequence[RowPlan], cell: Cell, lanes: LaneChoices) -> RowLane | None:
    """Lane that serves a row; None where neither of its ends reaches the loop.

    The loop serves where its near edge lies between ``lane_to_wall_m`` and that plus a lane's width off the north
    walls, all along the row. Where the row stands in the way of the loop's south leg, its lane takes that leg's place: it is
    as wide as the loop and reaches it at both ends.

    Parameters
    ----------
    others
        The cell's other rows: the lane keeps ``lane_to_wall_m`` from their slabs.
    """
    inset = lanes.verge_m + lanes.loop_width_m / 2.0
    turn = -row.azimuth_deg
    loop = affinity.rotate(cell.outline.buffer(-inset, join_style="mitre"), turn, origin=(0.0, 0.0))
    ring = largest(loop) or affinity.rotate(cell.outline, turn, origin=(0.0, 0.0))
    run = (row.slabs[0].west_m, row.east_m(row.slabs[-1]))
    closes = _closes(ring, run, row.north_m - row.depth_m, lanes)
    wider = lanes.loop_width_m - lanes.lane_width_m if closes else 0.0
    leg = _loop_leg(ring, run, row.north_m, lanes)
    line = leg or _straight(ring, run, row.north_m, _grown(others, row.azimuth_deg, wider, lanes), lanes)
    if line is None or (closes and leg is None and not _is_through(line, ring)):
        return None
    points = turned(np.asarray(line.coords)[:, :2], row.azimuth_deg)
    return RowLane(line=snap_line(LineString(points)), is_loop=leg is not None)


def _closes(ring: Polygon, run: tuple[float, float], south_m: float, lanes: LaneChoices) -> bool:
    """Whether a row stands where the loop's south leg would run: the loop then turns back along the row's lane."""
    if ring.bounds[3] - ring.bounds[1] < lanes.open_south_depth_m - 2.0 * (lanes.verge_m + lanes.loop_width_m):
        return False
    room, middle = lanes.lane_to_wall_m + lanes.loop_width_m / 2.0 - CLOSE_M, (run[0] + run[1]) / 2.0
    strip = shapely.box(min(run[0] + room, middle), south_m - room, max(run[1] - room, middle + CLOSE_M), south_m)
    return not ring.covers(strip)


def _is_through(line: LineString, ring: Polygon) -> bool:
    """Whether a lane begins and ends on the loop."""
    return all(shapely.dwithin(ring.exterior, end, CLOSE_M) for end in (Point(xy) for xy in line.coords))


def _grown(rows: Sequence[RowPlan], azimuth_deg: float, wider_m: float, lanes: LaneChoices) -> BaseGeometry:
    """Slabs of other rows of the cell with the room that a lane's centre keeps, in a frame turned by an azimuth."""
    room = lanes.lane_to_wall_m + lanes.lane_width_m / 2.0 + wider_m - LENGTH_EPS_M
    boxes = [
        affinity.rotate(
            shapely.box(s.west_m - room, row.north_m - row.depth_m - room, row.east_m(s) + room, row.north_m + room),
            row.azimuth_deg - azimuth_deg,
            origin=(0.0, 0.0),
        )
        for row in rows
        for s in row.slabs
    ]
    return shapely.union_all(boxes)


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


def _straight(
    ring: Polygon, run: tuple[float, float], north_m: float, taken: BaseGeometry, lanes: LaneChoices
) -> LineString | None:
    """Straight lane at its distance from the walls, to the loop's west and east legs or at least to one of them."""
    y = north_m + lanes.lane_to_wall_m + lanes.lane_width_m / 2.0
    whole = LineString([(ring.bounds[0] - 1.0, y), (ring.bounds[2] + 1.0, y)])
    chords = lines(shapely.intersection(whole, ring))
    if not chords:
        return None
    chord = max(chords, key=lambda part: min(part.bounds[2], run[1]) - max(part.bounds[0], run[0]))
    pieces = [p for p in lines(shapely.difference(chord, taken)) if p.bounds[0] < run[1] and p.bounds[2] > run[0]]
    if not pieces:
        return None
    west, east = pieces[0].bounds[0], pieces[0].bounds[2]
    reaches_west, reaches_east = west <= chord.bounds[0] + LENGTH_EPS_M, east >= chord.bounds[2] - LENGTH_EPS_M
    if not (reaches_west or reaches_east) or west > max(run[0], chord.bounds[0]) or east < min(run[1], chord.bounds[2]):
        return None
    return LineString([(west if reaches_west else run[0], y), (east if reaches_east else run[1], y)])
