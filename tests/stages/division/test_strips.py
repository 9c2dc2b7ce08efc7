import pytest
import shapely
from shapely.geometry import Polygon, box

from layoutgen.stages.division.strips import Manner, cut_strips, strip_counts


def test_five_communities_stand_in_one_to_five_strips() -> None:
    found = list(strip_counts(5))
    assert found == [(5,), (2, 3), (3, 2), (1, 2, 2), (2, 2, 1), (1, 1, 1, 2), (2, 1, 1, 1), (1, 1, 1, 1, 1)]


def test_a_strip_is_cut_across() -> None:
    # 526 m = 250 + 26 + 250
    site = box(0, 0, 526, 300)
    partition = cut_strips(site, site, Manner(counts=(2,), road_m=26.0))
    assert partition is not None
    assert [cell.bounds for cell in partition.cells] == [
        pytest.approx((0, 0, 250, 300), abs=0.01),
        pytest.approx((276, 0, 526, 300), abs=0.01),
    ]
    (road,) = partition.roads
    assert road.outline.area == pytest.approx(26 * 300)
    assert shapely.get_coordinates(road.centre).tolist() == [pytest.approx([263, 0], abs=0.01), pytest.approx([263, 300])]


def test_two_strips_of_two_share_their_columns() -> None:
    site = box(0, 0, 526, 626)
    partition = cut_strips(site, site, Manner(counts=(2, 2), road_m=26.0))
    assert partition is not None
    level, low, high = partition.roads
    assert level.outline.area == pytest.approx(526 * 26)
    assert low.outline.area == pytest.approx(26 * 300, abs=1.0)
    assert low.centre.coords[-1] == pytest.approx(high.centre.coords[0])  # they meet in the middle of the level road
    assert low.centre.coords[-1] == pytest.approx((263, 313), abs=0.02)


def test_a_part_that_falls_apart_is_no_community() -> None:
    horns = Polygon([(0, 0), (600, 0), (600, 500), (400, 500), (400, 100), (200, 100), (200, 500), (0, 500)])
    assert cut_strips(horns, horns, Manner(counts=(1, 1), road_m=26.0)) is None


def test_roads_lean_aside_by_a_share_of_a_community() -> None:
    # a tenth of 526 / 2 = 26.3 m east of the even cut at 263 m
    site = box(0, 0, 526, 300)
    partition = cut_strips(site, site, Manner(counts=(2,), road_m=26.0, lean_columns=0.1))
    assert partition is not None
    assert partition.roads[0].centre.coords[0] == pytest.approx((289.3, 0.0), abs=0.01)
