"""Lanes that end blind, rescue grounds of short buildings, stalls side by side: each by hand."""

from dataclasses import replace

import numpy as np
import shapely
from shapely import affinity
from shapely.geometry import LineString, Point, Polygon, box

from layoutgen.model.kinds import GroundKind, WayKind
from layoutgen.model.plan import Way
from layoutgen.model.stages import Allocation, Commission, Massing, Structure
from layoutgen.stages.grounds.blind_ends import BlindEnd, end_lanes
from layoutgen.stages.grounds.board import Board
from layoutgen.stages.grounds.fire_grounds import lay_fire_grounds
from layoutgen.stages.grounds.frontage import find_frontages
from layoutgen.stages.grounds.green_windows import best_window
from layoutgen.stages.grounds.kindergarten_yards import YardSizes, find_yards
from layoutgen.stages.grounds.stalls import _apart
from layoutgen.stages.grounds.sunny import LitGrid
from layoutgen.stages.grounds.ways import access_way, lay_way

Stages = tuple[Commission, Structure, Allocation, Massing]


def _blind(board: Board, *, with_loop: bool) -> None:
    # the lane runs east along y = 107 and ends 3 m before the wall at x = 80
    if with_loop:
        lay_way(board, LineString([(0, 150), (200, 150)]), access_way(board, "K1"))
    line = LineString([(20, 107), (77, 107)])
    laid = lay_way(board, line, access_way(board, "K1"))
    end_lanes(board, [BlindEnd(line=line.reverse(), parts=laid, buildings=(), azimuth_deg=0.0)])


def test_a_blind_lane_is_led_on_to_the_lane_beside_it(board: Board) -> None:
    _blind(board, with_loop=True)
    assert [g for g in board.grounds if g.kind is GroundKind.TURNING_HEAD] == []
    link = board.ways[-1]
    assert link.kind is WayKind.ACCESS
    # from y = 107 straight up to y = 150, and so far off the wall that 2 m of lane and 5 m of verge lie between
    assert abs(link.centre.length - 43.0) < 0.01
    assert link.centre.distance(board.massing.buildings[0].footprint) >= 7.0


def test_a_blind_lane_with_nowhere_to_go_gets_a_whole_turning_head(board: Board) -> None:
    _blind(board, with_loop=False)
    heads = [g.outline for g in board.grounds if g.kind is GroundKind.TURNING_HEAD]
    # the head is 12 x 12 m with the lane that opens into it, wherever the wall pushed it
    whole = shapely.union_all(
        [*heads, *(w.outline.intersection(shapely.envelope(shapely.union_all(heads))) for w in board.ways)]
    )
    assert abs(whole.area - 144.0) < 0.5
    assert whole.distance(Point(77, 107)) < 0.01
    assert not whole.intersects(board.massing.buildings[0].footprint)


def test_a_short_tall_building_has_a_rescue_ground_of_twenty_metres(board: Board) -> None:
    # GB 50016 7.2.2: 20 m before buildings above 50 m; the building is 16 m long and its west neighbour stands 3 m off
    tall = replace(board.massing.buildings[0], footprint=box(200, 100, 216, 114), fire_height_m=54.0)
    beside = replace(tall, id="K1-02", footprint=box(180, 110, 197, 135), fire_height_m=9.0)
    board.massing = replace(board.massing, buildings=(tall, beside))
    lay_fire_grounds(board)
    (ground,) = (g.outline for g in board.grounds if g.kind is GroundKind.FIRE_GROUND)
    west, _, east, _ = ground.bounds
    assert east - west >= 20.0
    assert not ground.intersects(beside.footprint)


def test_stalls_of_two_loops_never_share_ground() -> None:
    row = [box(2.5 * n, 0, 2.5 * n + 2.5, 5.3) for n in range(4)]
    across = [box(8.0, 2.5 * n, 13.3, 2.5 * n + 2.5) for n in range(4)]  # its first three cross the row's last
    kept = _apart([row, across])
    assert kept[0] == row
    assert [place.bounds[1] for run in kept[1:] for place in run] == []  # one place alone is no run


def test_land_lies_on_the_left_of_its_frontage_however_it_is_drawn(board: Board) -> None:
    street = Way(
        id="R-street-1",
        kind=WayKind.STREET,
        centre=LineString([(0, 8), (420, 8)]),
        outline=box(0, 0, 420, 16),
        carriageway_m=8.0,
        footway_m=3.0,
        is_fire_lane=True,
        block="",
    )
    board.structure = replace(board.structure, streets=(street,))
    land = box(10, 16, 60, 56)
    for drawn in (land, Polygon(list(land.exterior.coords)[::-1])):
        (front,) = find_frontages(board, drawn)
        (ax, _), (bx, _) = front.line.coords
        assert (ax, bx) == (10.0, 60.0)  # eastward: the land is north of it


def test_the_green_lies_where_the_sun_is() -> None:
    # a court of 80 x 40 m; only its eastern quarter is lit
    court = box(0, 0, 80, 40)
    x, y = np.linspace(0, 80, 21), np.linspace(0, 40, 11)
    lit = np.zeros((10, 20), dtype=bool)
    lit[:, 15:] = True
    grid = LitGrid(azimuth_deg=0.0, x=x, y=y, inside=np.ones_like(lit), lit=lit)
    window = best_window(court, grid, 400.0, 8.5)
    assert window is not None
    assert window.outline.area >= 400.0
    # a third is asked; the window's own share by hand
    sunny = window.outline.intersection(box(60, 0, 80, 40)).area / window.outline.area
    assert sunny >= 0.36
    assert abs(sunny - window.sunny_share) < 0.02


def test_a_shallow_kindergarten_lot_still_holds_all_grounds() -> None:
    # 9 classes of 70 m2 and 567 m2 for all beside a building of 67 x 14 m: 22 m of depth before it are enough
    lot, building = box(0, 0, 92, 40), box(12, 24, 79, 38)
    sizes = YardSizes(classes=9, class_m2=63.0, class_gap_m=0.8, shared_m2=567.0, shared_length_m=30.6)
    for angle in (0.0, 25.0):
        place = affinity.rotate(lot.buffer(-1.0).difference(building.buffer(2.0)), angle, origin=(0, 0))
        yards = find_yards(place, affinity.rotate(building, angle, origin=(0, 0)), angle, sizes)
        assert yards.is_whole(sizes)
        assert yards.shared is not None
        assert yards.shared.area >= 567.0 - 0.01
        assert all(tile.area >= 63.0 - 0.01 and not tile.intersects(yards.shared) for tile in yards.classes)
        assert min(a.distance(b) for a in yards.classes for b in yards.classes if a is not b) >= 0.8 - 0.001
