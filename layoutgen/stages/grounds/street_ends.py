"""Turning places where public streets end at a neighbour's land: a street may be led on one day, till then cars turn there."""

import numpy as np
import shapely
from shapely.geometry import Point, Polygon

from layoutgen.geometry.placing import oriented_rectangle
from layoutgen.geometry.tolerance import TOUCH_EPS_M
from layoutgen.model.kinds import GroundKind, RoadClass, WayKind
from layoutgen.model.plan import Way
from layoutgen.stages.grounds.board import Board

STEP_M = 0.5  # by which a head is moved inward where the boundary cuts the street aslant [m]
STEPS = 40


def lay_street_ends(board: Board) -> None:
    """A turning head inside the red lines at every end of a street on an edge that is no road."""
    site = board.commission.site
    roads = shapely.union_all([edge.line for edge in site.edges if edge.road_class is not RoadClass.NONE])
    ended: list[str] = []
    for street in sorted(board.structure.streets, key=lambda s: s.id):
        if street.kind is not WayKind.STREET:
            continue
        coords = shapely.get_coordinates(street.centre)
        for tip, before in ((coords[0], coords[1]), (coords[-1], coords[-2])):
            end = Point(tip)
            if shapely.dwithin(end, site.boundary.exterior, TOUCH_EPS_M) and not shapely.dwithin(end, roads, TOUCH_EPS_M):
                _lay_head(board, street, tip, before)
                ended.append(street.id)
    if ended:
        names = ", ".join(dict.fromkeys(ended))
        board.notes.append(f"streets {names} end at neighbours' land: cars turn there, and the streets may be led on")


def _lay_head(board: Board, street: Way, tip: np.ndarray, before: np.ndarray) -> None:
    side = board.commission.choices.grounds.turning_head_m
    inward = (before - tip) / float(np.hypot(*(before - tip)))
    azimuth_deg = float(np.degrees(np.arctan2(inward[1], inward[0])))
    head: Polygon | None = None
    for n in range(STEPS):
        middle = tip + inward * (side / 2.0 + STEP_M * n)
        square = oriented_rectangle((float(middle[0]), float(middle[1])), azimuth_deg, side, side)
        if shapely.covers(street.outline.buffer(TOUCH_EPS_M), square):
            head = square
            break
    if head is None:
        board.notes.append(f"street {street.id} ends at a neighbour's land without room for a turning head")
    else:
        board.add_ground(GroundKind.TURNING_HEAD, head, of=street.id)
