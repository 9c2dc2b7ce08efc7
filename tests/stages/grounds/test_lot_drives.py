"""The last stall of a narrow lot: at the back, with a drive from the road."""

from dataclasses import replace

import shapely
from shapely.geometry import LineString, box

from layoutgen.model.kinds import GroundKind, LotKind, RoadClass, StallKind
from layoutgen.model.plan import Lot
from layoutgen.model.site import Edge
from layoutgen.model.stages import Allocation, Commission, Massing, Structure
from layoutgen.stages.grounds.board import Board
from layoutgen.stages.grounds.lot_stalls import lay_lot_stalls
from layoutgen.standards.clause import Standard

Stages = tuple[Commission, Structure, Allocation, Massing]


def _board(stages: Stages, lot: Lot, wall: shapely.Polygon) -> Board:
    commission, structure, allocation, massing = stages
    road = Edge(id="E1", line=LineString([(0, 0), (60, 0)]), road_class=RoadClass.LOCAL, setback_m=None, allows_gate=True)
    site = replace(commission.site, boundary=box(0, 0, 60, 60), edges=(road,))
    building = replace(massing.buildings[0], footprint=wall, block="", lot=lot.id)
    return Board(
        commission=replace(commission, site=site),
        structure=replace(structure, streets=()),
        allocation=replace(allocation, lots=(lot,), blocks=(), cells=()),
        massing=replace(massing, buildings=(building,), facilities=(), doors=(), rows=()),
        standard=Standard(packs=()),
    )


def test_where_the_forecourt_is_shallow_a_stall_stands_behind_with_a_paved_drive(stages: Stages) -> None:
    # 5 m before the shop leave no stall six metres off its wall; a drive passes it on the west, where 8 m are left.
    lot = Lot(id="L", kind=LotKind.SHOPS, outline=box(0, 0, 60, 40))
    board = _board(stages, lot, box(8, 5, 55, 20))
    lay_lot_stalls(board)
    assert [stall.kind for stall in board.stalls] == [StallKind.ACCESSIBLE]
    stall = board.stalls[0].outline
    assert abs(stall.area - 3.7 * 5.3) < 0.01
    assert stall.distance(box(8, 5, 55, 20)) >= 6.0
    paved = shapely.union_all([g.outline for g in board.grounds if g.kind is GroundKind.PAVED])
    assert paved.distance(stall) < 0.01
    assert paved.distance(LineString([(0, 0), (60, 0)])) < 0.01
    assert paved.distance(box(8, 5, 55, 20)) >= 0.499


def test_where_the_forecourt_is_deep_the_stalls_stand_at_the_road(stages: Stages) -> None:
    lot = Lot(id="L", kind=LotKind.SHOPS, outline=box(0, 0, 60, 40))
    board = _board(stages, lot, box(8, 12, 55, 27))
    lay_lot_stalls(board)
    assert len(board.stalls) == 6
    assert [stall.kind for stall in board.stalls].count(StallKind.ACCESSIBLE) == 1
    assert all(stall.outline.distance(LineString([(0, 0), (60, 0)])) < 0.1 for stall in board.stalls)


def test_where_no_drive_fits_there_is_no_stall_and_it_is_said(stages: Stages) -> None:
    lot = Lot(id="L", kind=LotKind.SHOPS, outline=box(0, 0, 60, 40))
    board = _board(stages, lot, box(2, 5, 58, 20))
    lay_lot_stalls(board)
    assert not board.stalls
    assert board.notes == ["lot L has no room for its stalls"]
