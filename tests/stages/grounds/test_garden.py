"""The garden is laid out as a design: axis, cross path, walk round it, places beside them."""

import shapely

from layoutgen.model.kinds import GroundKind, LotKind, WayKind
from layoutgen.model.plan import tag
from layoutgen.model.stages import Grounds
from tests.stages.grounds.conftest import Stages


def paths_in(stages: Stages, grounds: Grounds) -> list[shapely.LineString]:
    lot = next(lot for lot in stages[2].lots if lot.kind is LotKind.GARDEN)
    inside = lot.outline.buffer(-1.0)
    return [way.centre for way in grounds.ways if way.kind is WayKind.FOOTPATH and way.centre.intersects(inside)]


def used(grounds: Grounds, use: str) -> list[shapely.Polygon]:
    return [ground.outline for ground in grounds.grounds if tag(ground.tags, "use") == use]


def test_one_can_walk_round_in_the_garden(stages: Stages, grounds: Grounds) -> None:
    lot = next(lot for lot in stages[2].lots if lot.kind is LotKind.GARDEN)
    rounds = shapely.polygonize(paths_in(stages, grounds)).buffer(0.0)
    assert rounds.area > 0.35 * lot.outline.area


def test_axis_and_cross_path_meet_in_a_square(stages: Stages, grounds: Grounds) -> None:
    (square,) = used(grounds, "square")
    inside = shapely.intersection(shapely.union_all(paths_in(stages, grounds)), square)
    arms = shapely.intersection(inside, square.exterior.buffer(0.01))
    assert len(shapely.get_parts(arms)) == 4


def test_sports_keep_off_the_square_and_the_walk(stages: Stages, grounds: Grounds) -> None:
    (sports,) = [g.outline for g in grounds.grounds if g.kind is GroundKind.SPORTS_GROUND]
    crossed = [line for line in paths_in(stages, grounds) if line.crosses(sports.buffer(-0.1))]
    assert crossed == []
    assert sports.distance(used(grounds, "square")[0]) > 1.0


def test_there_are_seats_and_a_pavilion(grounds: Grounds) -> None:
    assert len(used(grounds, "pavilion")) == 1
    assert len(used(grounds, "seats")) >= 3


def test_two_garden_paths_of_different_rank_have_different_widths(stages: Stages, grounds: Grounds) -> None:
    lot = next(lot for lot in stages[2].lots if lot.kind is LotKind.GARDEN)
    widths = {way.carriageway_m for way in grounds.ways if way.kind is WayKind.FOOTPATH and lot.outline.covers(way.centre)}
    assert {1.8, 2.4} <= widths or {1.8, 3.0} <= widths
