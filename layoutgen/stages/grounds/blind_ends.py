"""Lanes that end blind: led on to another way where one can be reached, else given a turning head."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry
from shapely.ops import nearest_points

from layoutgen.geometry.parts import polygons
from layoutgen.geometry.placing import oriented_rectangle, rectangles_inside
from layoutgen.geometry.tolerance import OVERLAP_EPS_M2
from layoutgen.model.kinds import GroundKind, WayKind
from layoutgen.model.plan import Way
from layoutgen.stages.grounds.board import Board, near, without
from layoutgen.stages.grounds.ways import access_way, lay_way

ON_M = 0.01  # an end this close to a line lies on it [m]
LINK_MAX_M = 60.0  # a lane is not led on farther than this
BACK_M = (1.0, 2.0, 3.0, 4.0, 6.0, 8.0)  # where on the lane a link may begin, in half widths from its tip
STEP_M = 0.5  # between the places tried for a turning head
HEAD_TO_WALL_M = 0.5
BEND_M = 3.5  # beside a lane, so that the bends at both ends of a link have their inner radius [m]


@dataclass(frozen=True, slots=True, kw_only=True)
class BlindEnd:
    """An end of a lane that comes to no other way."""

    line: LineString  # centre of the lane, from its tip inward
    parts: tuple[Way, ...]  # the ways the lane was laid in
    buildings: tuple[str, ...]  # of its row
    azimuth_deg: float

    @property
    def tip(self) -> Point:
        """The blind end itself."""
        return Point(self.line.coords[0])


def end_lanes(board: Board, ends: Sequence[BlindEnd]) -> None:
    """Lead every blind end on to another way; a long lane that cannot be led on gets a turning head."""
    for end in ends:
        networks = _networks(board, end)
        if any(end.tip.distance(line) < ON_M for line in networks):
            continue
        leg = _link(board, end, networks)
        if leg is not None:
            lay_way(board, leg, access_way(board, end.parts[0].block))
        elif end.line.length > board.commission.choices.grounds.dead_end_max_m:
            _lay_head(board, end)


def _networks(board: Board, end: BlindEnd) -> list[LineString]:
    """Centre lines of the block's other lanes, and of the attached streets."""
    own = {way.id for way in end.parts}
    block = end.parts[0].block
    kinds = (WayKind.MAIN, WayKind.ACCESS)
    laid = [w.centre for w in board.ways if w.block == block and w.kind in kinds and w.id not in own]
    return [*laid, *(s.centre for s in board.structure.streets if s.kind is WayKind.ATTACHED)]


def _link(board: Board, end: BlindEnd, networks: Sequence[LineString]) -> LineString | None:
    """The shortest straight leg from near the tip to another way, well off walls where it can be."""
    lanes = board.commission.choices.lanes
    half = lanes.lane_width_m / 2.0
    starts = [end.line.interpolate(half * n) for n in BACK_M if half * n < end.line.length / 2.0]
    legs = [LineString([start, nearest_points(line, start)[0]]) for start in starts for line in networks]
    legs = sorted((leg for leg in legs if ON_M < leg.length <= LINK_MAX_M), key=lambda leg: (leg.length, leg.bounds))
    inside = board.commission.site.boundary.buffer(-half)
    for clear in (half + lanes.lane_to_wall_m, half + BEND_M, half + HEAD_TO_WALL_M):
        for leg in legs:
            along = float(shapely.intersection(leg, end.line.buffer(half)).length)
            if along < 2.0 * half and inside.covers(leg) and not len(near(board.walls(), leg, clear)):
                return leg
    return None


def _lay_head(board: Board, end: BlindEnd) -> None:
    """A square at the tip, moved as little as the walls ask; what they leave of it where none has room."""
    choices = board.commission.choices.grounds
    tall = any(b.id in end.buildings and b.fire_height_m > choices.high_rise_m for b in board.massing.buildings)
    whole = _square(board, end, choices.turning_head_high_m) if tall else None
    square: BaseGeometry | None = whole or _square(board, end, choices.turning_head_m)
    if square is None:
        full = oriented_rectangle((end.tip.x, end.tip.y), end.azimuth_deg, choices.turning_head_m, choices.turning_head_m)
        square = without(full, board.walls())
        board.notes.append(f"lane {end.parts[0].id} ends blind without room for its turning head")
    for part in polygons(without(square, board.way_outlines()), OVERLAP_EPS_M2):
        board.add_ground(GroundKind.TURNING_HEAD, part, block=end.parts[0].block, of=end.parts[0].id)


def _square(board: Board, end: BlindEnd, side_m: float) -> Polygon | None:
    """The free square nearest to the tip that holds it."""
    place = end.tip.buffer(side_m * 1.5).intersection(board.commission.site.boundary)
    free: BaseGeometry = without(place, board.walls(), HEAD_TO_WALL_M)
    _, _, found = rectangles_inside(free, end.azimuth_deg, side_m, side_m, STEP_M)
    found = found[shapely.dwithin(found, end.tip, ON_M)] if len(found) else found
    if not len(found):
        return None
    best = found[int(np.argmin(shapely.distance(shapely.centroid(found), end.tip)))]
    return best if isinstance(best, Polygon) else None
