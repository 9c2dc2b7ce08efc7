"""The sports ground of a garden with its court: at an end, so that the rest of the garden stays one good piece."""

import numpy as np
import shapely
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.parts import largest
from layoutgen.geometry.placing import east_axis_deg, oriented_rectangle, rectangles_inside
from layoutgen.model.kinds import BuildingUse, GroundKind
from layoutgen.model.plan import Lot
from layoutgen.stages.grounds.board import Board, without
from layoutgen.stages.grounds.free_ground import Gaps, free_ground

TURN_MAX_DEG = 20.0  # off north-south that a court's long axis may be
GAPS = Gaps(wall_m=3.0, way_m=1.5, path_m=0.5, ground_m=2.0)
EDGE_M = 2.0  # a hedge between the ground and the garden's edge
STEP_M = 2.0
TRIED = 10  # places of which the one is taken that leaves the best garden
NECK_M = 8.0  # half the width of what counts as a good piece of garden
COURT_EPS_M = 0.015


def lay_sports(board: Board, lot: Lot) -> None:
    """One rectangle of the sports share, its long axis near north-south where it fits, with a court in its middle."""
    area = _sports_area(board, lot)
    free = quiet_ground(board, lot, EDGE_M)
    garden = without(lot.outline, board.walls(), GAPS.wall_m)
    for turn in _turns(lot):
        for length, width in _sports_sizes(board, area):
            found = _at_the_end(garden, free, turn, (length, width))
            if found is not None:
                board.add_ground(GroundKind.SPORTS_GROUND, found, lot=lot.id, refuge="yes")
                _lay_court(board, found, turn, lot)
                return
    board.notes.append(f"garden {lot.id} has no room for a sports ground of {area:.0f} m2")


def quiet_ground(board: Board, lot: Lot, edge_m: float, gaps: Gaps = GAPS) -> BaseGeometry:
    """Free ground of a lot far enough from its edge and from the facades of homes."""
    free = free_ground(board, lot.outline.buffer(-edge_m, join_style="mitre"), gaps)
    homes = [b.footprint for b in board.massing.buildings if b.use is BuildingUse.DWELLING]
    away = board.commission.choices.grounds.quiet_m
    return shapely.difference(free, shapely.union_all(shapely.buffer(homes, away))) if homes else free


def _sports_area(board: Board, lot: Lot) -> float:
    """Area of the sports ground: the aimed share of the garden, and no less than the law's one piece."""
    share = board.commission.choices.facilities.garden_sport_share * lot.outline.area
    return max(share, board.commission.program.need("garden").figure("sports_asked_m2") * 1.005)


def _turns(lot: Lot) -> list[float]:
    """Directions of the long axis: the garden's own axis nearest north-south, due north, then across."""
    own = east_axis_deg(lot.outline) + 90.0
    near_north = [own] if abs(own - 90.0) <= TURN_MAX_DEG else []
    return [*near_north, 90.0, own, own - 90.0]


def _sports_sizes(board: Board, area: float) -> list[tuple[float, float]]:
    """Length and width: court with its run-out first, then squarer and longer ones."""
    choices = board.commission.choices.grounds
    least_w = choices.court_width_m + 2.0 * choices.court_buffer_m
    least_l = choices.court_length_m + 2.0 * choices.court_buffer_m
    widths = [max(area / least_l, least_w), (area / 1.4) ** 0.5, area / least_l * 1.15, least_w, (area / 1.1) ** 0.5]
    return [(area / width, width) for width in widths]


def _at_the_end(garden: BaseGeometry, free: BaseGeometry, azimuth: float, size: tuple[float, float]) -> Polygon | None:
    """Of the places farthest out, the one that leaves the largest good piece of garden."""
    _, _, found = rectangles_inside(free, azimuth, size[0], size[1], STEP_M)
    if not len(found):
        return None
    outward = shapely.distance(shapely.centroid(found), garden.centroid)
    order = np.argsort(-np.round(outward, 3), kind="stable")
    tried: list[Polygon] = []
    for n in order:
        place = found[int(n)]
        if isinstance(place, Polygon) and all(place.centroid.distance(other.centroid) > size[1] / 3.0 for other in tried):
            tried.append(place)
        if len(tried) == TRIED:
            break
    return max(tried, key=lambda place: _left(garden, place))


def _left(garden: BaseGeometry, place: Polygon) -> float:
    """Area of the largest good piece that a ground leaves of a garden [m2]."""
    left = shapely.difference(garden, place).buffer(-NECK_M, join_style="mitre").buffer(NECK_M, join_style="mitre")
    part = largest(left)
    return round(part.area, 1) if part is not None else 0.0


def _lay_court(board: Board, ground: Polygon, azimuth: float, lot: Lot) -> None:
    choices = board.commission.choices.grounds
    centre = ground.centroid
    for length, width, sport in (
        (choices.court_length_m, choices.court_width_m, "basketball"),
        (choices.court_width_m, choices.court_length_m / 2.0, "half_basketball"),
    ):
        court = oriented_rectangle((centre.x, centre.y), azimuth, length, width)
        if ground.buffer(-choices.court_buffer_m + COURT_EPS_M, join_style="mitre").covers(court):
            board.add_ground(GroundKind.COURT, court, lot=lot.id, sport=sport)
            return
