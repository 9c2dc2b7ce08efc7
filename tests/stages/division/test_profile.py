import pytest
from shapely.geometry import Polygon, box

from layoutgen.stages.division.profile import even_cuts, profile_along


def test_a_triangle_has_a_quarter_of_its_area_in_the_first_half() -> None:
    profile = profile_along(Polygon([(0, 0), (100, 0), (100, 80)]), 0)
    assert profile.areas[-1] == pytest.approx(4000.0)
    assert profile.upto(50.0) == pytest.approx(1000.0, rel=0.01)
    assert profile.place_of(1000.0) == pytest.approx(50.0, rel=0.01)


def test_a_road_leaves_equal_land_on_both_sides() -> None:
    # (490 - 26) / 2 = 232 m on each side, the road's middle at 232 + 13
    assert even_cuts(profile_along(box(0, 0, 490, 100), 0), (1, 1), 26.0) == pytest.approx((245.0,), abs=0.01)


def test_land_is_as_the_counts() -> None:
    # 526 - 26 = 500 m of land: 2 : 3 is 200 m and 300 m
    assert even_cuts(profile_along(box(0, 0, 100, 526), 1), (2, 3), 26.0) == pytest.approx((213.0,), abs=0.01)


def test_three_parts_take_two_roads() -> None:
    # (352 - 2 x 26) / 3 = 100: middles at 100 + 13 and 100 + 26 + 100 + 13
    assert even_cuts(profile_along(box(0, 0, 352, 10), 0), (1, 1, 1), 26.0) == pytest.approx((113.0, 239.0), abs=0.01)


def test_one_part_takes_no_road() -> None:
    assert even_cuts(profile_along(box(0, 0, 352, 10), 0), (1,), 26.0) == ()
