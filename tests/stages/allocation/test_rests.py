import numpy as np
import pytest
import shapely
from shapely.geometry import Polygon, box

from layoutgen.stages.allocation.rests import cell_ground, is_block, rest_costs

INSET_M = 13.0
CELL = box(0, 0, 160, 120)  # 134 x 94 = 12 596 m2 inside its loop


def cost(rest: shapely.Geometry) -> float:
    return float(rest_costs([cell_ground(CELL, INSET_M)], np.array([rest], dtype=object))[0])


def blocks(*parts: Polygon) -> list[bool]:
    return [bool(good) for good in is_block(np.array(parts, dtype=object), cell_ground(CELL, INSET_M))]


def test_a_whole_cell_costs_nothing() -> None:
    assert cost(CELL) == pytest.approx(0.0)


def test_a_clean_half_costs_less_than_the_same_land_with_an_arm() -> None:
    clean = box(0, 0, 100, 120)  # 12 000 m2
    arm = Polygon([(0, 0), (160, 0), (160, 30), (90, 30), (90, 110), (0, 110)])  # 90 x 110 and an arm 70 x 30: 12 000 m2
    assert clean.area == arm.area
    assert cost(clean) < cost(arm)


def test_a_strip_too_thin_for_a_row_and_its_green_is_no_block() -> None:
    # 46 m: loop, row and green; 44 m is less. Inside the loop 70 x 44: 18 x 44 = 792 < 1 500 m2
    assert blocks(box(0, 0, 160, 60), box(0, 0, 160, 44), box(0, 0, 44, 70)) == [True, False, False]


def test_a_thin_cell_is_not_asked_for_more_than_it_has() -> None:
    thin = box(0, 0, 300, 50)  # a circle of 50 m; 70 % of it are 35 m
    half = box(0, 0, 180, 50)
    assert bool(is_block(np.array([half], dtype=object), cell_ground(thin, INSET_M))[0])


def test_a_rest_that_is_no_block_costs_as_given_land() -> None:
    # 160 x 80 stays; 160 x 20 = 3 200 m2 beside it is none: 0.15 + 0.5 * 3.2, and what else the larger one costs
    large, scrap = box(0, 0, 160, 80), box(0, 100, 160, 120)
    assert cost(shapely.MultiPolygon([large, scrap])) == pytest.approx(cost(large) + 0.15 + 1.6)
