"""Whom a lot reaches, and what lies before a kindergarten."""

from dataclasses import replace

import numpy as np
import pytest
import shapely
from shapely.geometry import box

from layoutgen.model.kinds import LotKind
from layoutgen.stages.allocation.open_south import OPEN_SOUTH, built_costs, looked_costs, opened_gains
from layoutgen.stages.allocation.reach import REACH, home_distances, reach_costs
from layoutgen.stages.allocation.setting import Setting, find_setting
from layoutgen.stages.structure import lay_structure
from tests.stages.sites_by_hand import commission_of


def setting() -> Setting:
    commission = commission_of(box(0, 0, 300, 290))
    return find_setting(commission, lay_structure(commission, np.random.default_rng(0)))


def test_a_home_is_as_far_as_the_crow_flies_and_as_far_as_the_streets_lead() -> None:
    place = replace(setting(), homes=np.array([[300.0, 400.0]]), axes=np.eye(2))
    assert home_distances(np.zeros((1, 2)), place) == pytest.approx(np.array([[[500.0]], [[700.0]]]))


def test_a_home_within_by_one_reading_only_costs_half() -> None:
    # straight 200 m is near (beyond 0.7 × 300 = 210 m a home begins to be far); 300 m and more along the streets is far
    weight = REACH[LotKind.KINDERGARTEN][1]
    assert reach_costs(LotKind.KINDERGARTEN, np.array([[[200.0]], [[300.0]]])) == pytest.approx([weight / 2.0])


def test_what_may_be_built_before_a_kindergarten_costs_by_its_share() -> None:
    # 40 m before a lot 60 m wide: a street 18 m wide, then a cell: 22 of 40 m
    lots, cells = np.array([box(0, 0, 60, 50)]), [box(-100, -200, 200, -18), box(-100, 0, 200, 100)]
    assert built_costs(lots, cells) == pytest.approx([OPEN_SOUTH * 22.0 / 40.0])


def test_a_look_along_the_middle_costs_the_same_in_the_open_and_in_the_midst_of_homes() -> None:
    cells = [box(-100, -200, 200, 100)]
    assert looked_costs(np.array([[30.0, 25.0]]), np.array([25.0]), cells) == pytest.approx([OPEN_SOUTH])
    assert looked_costs(np.array([[30.0, -175.0]]), np.array([25.0]), cells) == pytest.approx([0.0])


def test_a_garden_gives_back_what_it_lies_before() -> None:
    lot = box(0, 0, 60, 50)
    gardens = np.array(
        [box(0, -90, 60, -18), box(30, -90, 200, -18), box(0, 60, 60, 120), box(0, -190, 60, -118)], dtype=object
    )
    lots = np.array([lot], dtype=object)
    found = opened_gains(lots, gardens, shapely.distance(lots, gardens))
    assert found == pytest.approx([OPEN_SOUTH * 0.55, OPEN_SOUTH * 0.275, 0.0, 0.0])
