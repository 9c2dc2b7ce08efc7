"""What a gate would save the homes, by hand sums on the ways of a small board."""

from dataclasses import replace

import pytest
from shapely.geometry import LineString, Point, box

from layoutgen.model.kinds import FacilityKind, SpotKind
from layoutgen.model.plan import Spot
from layoutgen.model.stages import Allocation, Commission, Massing, Structure
from layoutgen.stages.grounds.board import Board
from layoutgen.stages.grounds.foot_net import FootNet, foot_net
from layoutgen.stages.grounds.ways import foot_way, lay_way
from layoutgen.standards.clause import Standard

Stages = tuple[Commission, Structure, Allocation, Massing]


def _net(stages: Stages, trials: list[LineString]) -> FootNet:
    """Two walks of 100 m, 30 m apart, joined in the west; 12 homes at the eastern end of one, shops at that of the other."""
    commission, structure, allocation, massing = stages
    home = next(b for b in massing.buildings if b.dwellings > 0)
    shop = next(f for f in massing.facilities if f.kind is FacilityKind.SUPERMARKET)
    site = replace(commission.site, boundary=box(-50.0, -50.0, 200.0, 200.0), edges=())
    doors = tuple(
        Spot(id=name, kind=SpotKind.DOOR, point=Point(at), of=of)
        for name, at, of in (("D1", (100.0, 0.0), home.id), ("D2", (100.0, 30.0), shop.id))
    )
    board = Board(
        commission=replace(commission, site=site),
        structure=replace(structure, streets=()),
        allocation=replace(allocation, lots=(), blocks=(), cells=()),
        massing=replace(massing, buildings=(replace(home, dwellings=12),), facilities=(shop,), doors=doors),
        standard=Standard(packs=()),
    )
    for line in ([(0, 0), (100, 0)], [(0, 30), (100, 30)], [(0, 0), (0, 30)]):
        lay_way(board, LineString(line), foot_way(board, ""))
    return foot_net(board, trials)


@pytest.fixture
def net(stages: Stages) -> FootNet:
    return _net(stages, [LineString([(40, 0), (40, 30)]), LineString([(90, 0), (90, 30)])])


def test_a_link_saves_every_home_the_way_round(net: FootNet) -> None:
    # round: 100 + 30 + 100; over x = 40: 60 + 30 + 60; over x = 90: 10 + 30 + 10
    assert net.saved(0) == pytest.approx(12 * (230 - 150))
    assert net.saved(1) == pytest.approx(12 * (230 - 50))


def test_a_link_beside_a_better_one_saves_nothing(net: FootNet) -> None:
    net.take(1)
    assert net.saved(0) == pytest.approx(0.0)


def test_a_better_link_saves_what_is_left(net: FootNet) -> None:
    net.take(0)
    assert net.saved(1) == pytest.approx(12 * (150 - 50))
