"""A place to wait before a door: beside the paths where there is room, across them where there is none."""

from dataclasses import replace

import pytest
import shapely
from shapely.geometry import LineString, Point, box

from layoutgen.model.kinds import LotKind, WayKind
from layoutgen.model.plan import Lot
from layoutgen.stages.grounds.board import Board
from layoutgen.stages.grounds.waiting import lay_waiting_place
from layoutgen.stages.grounds.ways import access_way, lay_way

DOOR = Point(110, 100)  # in the south wall of a building of 60 x 14 m


def _path(board: Board, y: float) -> None:
    kind = replace(access_way(board, "K1"), kind=WayKind.FOOTPATH, width_m=2.0, is_fire_lane=False)
    lay_way(board, LineString([(82, y), (138, y)]), kind)


@pytest.mark.parametrize(("depth", "crosses"), [(12.0, False), (5.0, True)])
def test_a_shallow_forecourt_lets_the_path_run_across(board: Board, depth: float, crosses: bool) -> None:
    lot = Lot(id="L-service-1", kind=LotKind.SERVICE, outline=box(80, 100 - depth, 140, 114))
    _path(board, 97.0)  # from 96 to 98: a court of 5 m has 1 m left on either side, one of 12 m has 8 m before it
    assert lay_waiting_place(board, lot, DOOR, 0.0)
    place = board.grounds[-1].outline
    assert lot.outline.covers(place)
    assert place.distance(DOOR) <= 12.0
    ways = shapely.union_all([way.outline for way in board.ways])
    assert (place.intersection(ways).area > 0.0) is crosses
