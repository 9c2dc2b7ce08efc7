"""Access lanes along the rows, from loop to loop."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import shapely
from shapely.geometry import LineString, Point
from shapely.geometry.base import BaseGeometry
from shapely.ops import nearest_points, substring

from layoutgen.geometry.parts import lines, snap_line
from layoutgen.model.kinds import SpotKind, WayKind
from layoutgen.model.plan import Way
from layoutgen.model.stages import Row
from layoutgen.stages.grounds.blind_ends import BlindEnd, end_lanes
from layoutgen.stages.grounds.board import Board, near
from layoutgen.stages.grounds.rings import Ring
from layoutgen.stages.grounds.ways import access_way, gate_way, lay_way

FAR_M = 500.0  # longer than any block [m]
COVERED = 0.3  # of a lane that lies on earlier ways by this share, only the rest is laid
CLEAR = 1.25  # a lane keeps so many half widths off walls, from its middle
END_M = 4.0  # a lane may run past the way it meets by this [m]
ON_M = 0.01  # an end this close to a line lies on it [m]


def lay_lanes(board: Board, rings: Sequence[Ring]) -> None:
    """Lay the lane of every row; rows whose lane is the loop itself need none. Blind ends are seen to when all are laid."""
    blind: list[BlindEnd] = []
    for row in board.massing.rows:
        own = [ring for ring in rings if ring.cell.id == row.cell]
        for ring in own:
            blind.extend(_lay_lane(board, row, ring))
        if not own:
            blind.extend(_lay_spine(board, row))
    end_lanes(board, blind)


def _lay_spine(board: Board, row: Row) -> list[BlindEnd]:
    """Where a cell is too thin for a loop, the row's lane is led out to the nearest street."""
    block = next((cell.block for cell in board.allocation.cells if cell.id == row.cell), "")
    networks = [way.centre for way in board.all_ways() if way.kind is not WayKind.FOOTPATH]
    line = snap_line(row.lane)
    own = [b.outline for b in board.allocation.blocks if b.id == block]
    ground = shapely.buffer(shapely.union_all([*own, *board.way_outlines()]), ON_M)
    for end in (0, -1):
        line = _bend_to(board, line, end, (ground, networks)) or line
    gates = [Point(xy) for outline in own for xy in shapely.get_coordinates(shapely.intersection(line, outline.exterior))]
    # with two gates cars drive in at one and out at the other; one gate alone takes both
    is_one_way = len(gates) > 1
    what = access_way(board, block) if is_one_way else replace(access_way(board, block), width_m=gate_way(board, block).width_m)
    laid = lay_way(board, line, what)
    for gate in gates:
        board.add_spot(SpotKind.VEHICLE_GATE, gate, block, flow="one_way" if is_one_way else "")
    return _blind(line, laid, row, networks)


def _lay_lane(board: Board, row: Row, ring: Ring) -> list[BlindEnd]:
    whole = _stretch(board, row, ring)
    if whole is None:
        return []
    what = access_way(board, ring.cell.block)
    networks = [way.centre for way in board.ways if way.block == ring.cell.block and way.kind is not WayKind.FOOTPATH]
    return [
        end for line in _off_ways(board, whole, what.width_m) for end in _blind(line, lay_way(board, line, what), row, networks)
    ]


def _off_ways(board: Board, line: LineString, width_m: float) -> list[LineString]:
    """The lane, or, where much of it lies on earlier ways, the stretches beside them, each led on to their centre lines."""
    band = line.buffer(width_m / 2.0, cap_style="flat")
    ways = shapely.union_all(near(board.way_outlines(), band))
    if shapely.intersection(band, ways).area <= COVERED * band.area:
        return [line]
    lead = board.commission.choices.lanes.loop_width_m / 2.0 + width_m / 4.0
    found: list[LineString] = []
    for piece in lines(shapely.difference(line, ways), 2.0 * width_m):
        ends = sorted(line.project(Point(piece.coords[k])) for k in (0, -1))
        drawn = substring(line, max(ends[0] - lead, 0.0), min(ends[1] + lead, line.length))
        found.extend(snap_line(_led_in(board, part, lead)) for part in lines(drawn))
    return found


def _led_in(board: Board, line: LineString, lead_m: float) -> LineString:
    """A stretch whose ends, where they lie in another way but off its centre line, go on to it."""
    coords = list(line.coords)
    for end in (0, -1):
        tip = Point(coords[end])
        crossed = [way.centre for way in board.all_ways() if way.kind is not WayKind.FOOTPATH and way.outline.covers(tip)]
        feet = [nearest_points(centre, tip)[0] for centre in crossed]
        gaps = [foot.distance(tip) for foot in feet]
        if gaps and ON_M < min(gaps) <= lead_m:
            foot = feet[gaps.index(min(gaps))]
            coords = [*coords, (foot.x, foot.y)] if end == -1 else [(foot.x, foot.y), *coords]
    return LineString(coords)


def _blind(line: LineString, laid: tuple[Way, ...], row: Row, networks: Sequence[LineString]) -> list[BlindEnd]:
    """The lane's ends that lie on no other way."""
    return [
        BlindEnd(line=inward, parts=laid, buildings=row.buildings, azimuth_deg=row.azimuth_deg)
        for inward in (line, line.reverse())
        if laid and not any(_meets(inward, other) for other in networks)
    ]


def _meets(inward: LineString, other: LineString) -> bool:
    """Whether the lane comes to another way at its first end, or just before."""
    return substring(inward, 0.0, min(END_M, inward.length / 2.0)).distance(other) < ON_M


def _stretch(board: Board, row: Row, ring: Ring) -> LineString | None:
    """The row's lane drawn out to the loop, or to the wall that stops it."""
    first, last = (np.asarray(row.lane.coords)[k] for k in (0, -1))
    run = last - first
    axis = run / float(np.hypot(*run))
    drawn = LineString([first - axis * FAR_M, *np.asarray(row.lane.coords)[1:-1], last + axis * FAR_M])
    pieces = [p for p in lines(shapely.intersection(drawn, ring.shape)) if p.intersection(row.lane.buffer(ON_M)).length > 1.0]
    if not pieces:
        return None
    clear = board.commission.choices.lanes.lane_width_m / 2.0 * CLEAR
    walls = shapely.union_all(near(board.walls(), pieces[0], clear)).buffer(clear, join_style="mitre")
    free = lines(shapely.difference(pieces[0], walls))
    kept = [p for p in free if p.intersection(row.lane.buffer(ON_M)).length > 1.0]
    return snap_line(kept[0]) if kept else None


def _bend_to(board: Board, line: LineString, end: int, where: tuple[BaseGeometry, list[LineString]]) -> LineString | None:
    """The lane led on from its blind end, over ground of its own block, to the nearest way that no wall stands before."""
    ground, networks = where
    tip = Point(line.coords[end])
    clear = board.commission.choices.lanes.lane_width_m * 0.75
    for other in sorted(networks, key=lambda o: (o.distance(tip), o.bounds)):
        goal = nearest_points(other, tip)[0]
        leg = LineString([tip, goal])
        if leg.length > FAR_M / 4.0 or leg.length < ON_M:
            continue
        if ground.covers(leg) and not len(near(board.walls(), leg, clear)):
            tail = [(goal.x, goal.y)]
            coords = [*line.coords, *tail] if end == -1 else [*tail, *line.coords]
            return snap_line(LineString(coords))
    return None
