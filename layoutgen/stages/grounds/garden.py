"""The garden 社区游园: an axis from the street, the sports ground with its court, the activity ground, and links."""

import numpy as np
import shapely
from shapely.geometry import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.parts import lines
from layoutgen.geometry.placing import east_axis_deg, oriented_rectangle, rectangles_inside
from layoutgen.model.kinds import BuildingUse, GroundKind, LotKind, SpotKind, WayKind
from layoutgen.model.plan import Lot
from layoutgen.stages.grounds.board import Board, as_array, walk_lines
from layoutgen.stages.grounds.free_ground import Gaps, free_ground
from layoutgen.stages.grounds.frontage import Frontage, find_frontages
from layoutgen.stages.grounds.paths import all_lines, cut_at, join_on_foot, joined, side_nearest
from layoutgen.stages.grounds.ways import foot_way, lay_way

ROOM = 1.02  # a ground is laid out this much larger than asked
TURN_MAX_DEG = 20.0  # off north-south that a court's long axis may be
GAPS = Gaps(wall_m=3.0, way_m=1.5, path_m=0.5, ground_m=2.0)
MARGIN_M = 1.5


def lay_gardens(board: Board) -> None:
    """Lay out every garden: the largest holds the sports and the activity ground.

    Where the garden lies off the site the service lot holds the activity ground.
    """
    lots = sorted(board.lots(LotKind.GARDEN), key=lambda lot: (-lot.outline.area, lot.id))
    for n, lot in enumerate(lots):
        _lay_axis(board, lot)
        if n == 0:
            _lay_sports(board, lot)
            _lay_activity(board, lot)
        _link_grounds(board, lot)
    if not lots and board.commission.program.has(GroundKind.ACTIVITY_GROUND):
        for lot in board.lots(LotKind.SERVICE)[:1]:
            _lay_activity(board, lot)
            _link_grounds(board, lot)


def _lay_axis(board: Board, lot: Lot) -> None:
    """A straight path from about the middle of the longest frontage across the garden, off the vehicle gates."""
    fronts = find_frontages(board, lot.outline)
    if not fronts:
        return
    gate = _gate(board, fronts[0])
    (ax, ay), (bx, by) = shapely.get_coordinates(fronts[0].line)[[0, -1]].tolist()
    length = fronts[0].line.length
    reach = 2.0 * max(lot.outline.bounds[2] - lot.outline.bounds[0], lot.outline.bounds[3] - lot.outline.bounds[1])
    inward = ((ay - by) / length * reach, (bx - ax) / length * reach)
    if not lot.outline.contains(Point(gate.x + inward[0] / reach, gate.y + inward[1] / reach)):
        inward = (-inward[0], -inward[1])
    ray = LineString([gate, Point(gate.x + inward[0], gate.y + inward[1])])
    clear = lot.outline.buffer(-MARGIN_M * 2.0).union(gate.buffer(MARGIN_M * 4.0))
    walls = shapely.union_all(shapely.buffer(board.walls(), GAPS.wall_m))
    runs = [r for r in lines(shapely.difference(shapely.intersection(ray, clear), walls)) if r.distance(gate) < MARGIN_M]
    if not runs:
        return
    far = max((Point(p) for p in runs[0].coords), key=gate.distance)
    axis = joined(far, gate, fronts[0].arrival(gate))
    lay_way(board, cut_at(axis, all_lines(board)), foot_way(board, ""))
    board.add_spot(SpotKind.PEDESTRIAN_GATE, gate, lot.id)


def _gate(board: Board, front: Frontage) -> Point:
    """The place nearest to the middle of a frontage that is far enough from every vehicle gate; else the farthest from them."""
    cars = [spot.point for spot in board.spots if spot.kind is SpotKind.VEHICLE_GATE]
    away = board.commission.choices.grounds.gate_entrance_m
    middle = front.line.interpolate(0.5, normalized=True)
    places = [middle, *front.points(MARGIN_M * 4.0, MARGIN_M * 2.0)]

    def worth(place: Point) -> tuple[float, float, float]:
        gap = min((place.distance(car) for car in cars), default=away)
        return (-min(gap, away), place.distance(middle), place.x)

    return min(places, key=worth)


def _quiet(board: Board, lot: Lot) -> BaseGeometry:
    """Free ground of the garden far enough from the facades of homes."""
    free = free_ground(board, lot.outline.buffer(-MARGIN_M, join_style="mitre"), GAPS)
    homes = [b.footprint for b in board.massing.buildings if b.use is BuildingUse.DWELLING]
    away = board.commission.choices.grounds.quiet_m
    return shapely.difference(free, shapely.union_all(shapely.buffer(homes, away))) if homes else free


def _lay_sports(board: Board, lot: Lot) -> None:
    """One rectangle of the sports share, its long axis near north-south where it fits, with a court in its middle."""
    area = _sports_area(board, lot)
    turns = _turns(lot)
    free = _quiet(board, lot)
    for turn in turns:
        for length, width in _sports_sizes(board, area):
            found = _cornered(board, lot, free, turn, (length, width))
            if found is not None:
                board.add_ground(GroundKind.SPORTS_GROUND, found, lot=lot.id, refuge="yes")
                _lay_court(board, found, turn, lot)
                return
    board.notes.append(f"garden {lot.id} has no room for a sports ground of {area:.0f} m2")


def _sports_area(board: Board, lot: Lot) -> float:
    """Area of the sports ground: the aimed share of the garden, and no less than the law's one piece."""
    share = board.commission.choices.facilities.garden_sport_share * lot.outline.area
    return max(share, _figure(board, "garden", "sports_asked_m2") * 1.005)


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


def _lay_court(board: Board, ground: Polygon, azimuth: float, lot: Lot) -> None:
    choices = board.commission.choices.grounds
    centre = ground.centroid
    for length, width, sport in (
        (choices.court_length_m, choices.court_width_m, "basketball"),
        (choices.court_width_m, choices.court_length_m / 2.0, "half_basketball"),
    ):
        court = oriented_rectangle((centre.x, centre.y), azimuth, length, width)
        if ground.buffer(-choices.court_buffer_m + MARGIN_M / 100.0, join_style="mitre").covers(court):
            board.add_ground(GroundKind.COURT, court, lot=lot.id, sport=sport)
            return


def _cornered(board: Board, lot: Lot, free: BaseGeometry, azimuth: float, size: tuple[float, float]) -> Polygon | None:
    """The place farthest from homes and from the garden's middle, so that what is left stays whole."""
    _, _, found = rectangles_inside(free, azimuth, size[0], size[1], 2.0)
    if not len(found):
        return None
    homes = as_array(b.footprint for b in board.massing.buildings if b.use is BuildingUse.DWELLING)
    union = shapely.union_all(homes) if len(homes) else lot.outline.centroid
    quiet = np.minimum(shapely.distance(found, union), 40.0)
    border = shapely.distance(found, lot.outline.exterior)
    best = found[int(np.argmax(quiet - border))]
    return best if isinstance(best, Polygon) else None


def _lay_activity(board: Board, lot: Lot) -> None:
    """The public activity ground: fitness, path, seats and play, near the axis and in the garden's middle."""
    area = _figure(board, "activity_ground", "land_m2") * ROOM
    free = _quiet(board, lot)
    azimuth = east_axis_deg(lot.outline)
    paths = [way.centre for way in board.ways if way.kind is WayKind.FOOTPATH and way.centre.intersects(lot.outline)]
    for share in (1.0, 0.75, 0.55):
        for ratio in (1.4, 2.0, 1.0, 3.0):
            short = (area * share / ratio) ** 0.5
            for turn in (azimuth, azimuth + 90.0):
                _, _, found = rectangles_inside(free, turn, short * ratio, short, 2.0)
                if len(found):
                    away = shapely.distance(found, shapely.union_all(paths)) if paths else np.zeros(len(found))
                    middle = shapely.distance(shapely.centroid(found), lot.outline.centroid)
                    best = found[int(np.argmin(away + middle / 2.0))]
                    words = {"equipment": "fitness,path,seats,play", "refuge": "yes"}
                    board.add_ground(GroundKind.ACTIVITY_GROUND, best, lot=lot.id, **words)
                    return
    board.notes.append(f"{lot.id} has no room for its activity ground")


def _figure(board: Board, kind: str, name: str) -> float:
    return board.commission.program.need(kind).figure(name)


def _link_grounds(board: Board, lot: Lot) -> None:
    """Join each ground of the garden to the nearest path."""
    kinds = (GroundKind.SPORTS_GROUND, GroundKind.ACTIVITY_GROUND, GroundKind.NURSERY_GROUND)
    for ground in [g for g in board.grounds if g.lot == lot.id and g.kind in kinds]:
        inside = [w for w in board.ways if w.kind is WayKind.FOOTPATH and w.centre.intersects(lot.outline)]
        targets = walk_lines(inside) or all_lines(board)
        if targets:
            join_on_foot(board, side_nearest(ground.outline, targets), targets, "")
