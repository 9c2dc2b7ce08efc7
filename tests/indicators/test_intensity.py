import pytest

from layoutgen.indicators.intensity import (
    average_storeys,
    block_density,
    block_far,
    housing_floor_area_m2,
    site_density,
    site_far,
)
from layoutgen.model.plan import Plan

# A: 50 x 12 x 6 = 3600; B: 25 x 12 x 12 = 3600; P: 100; S: 200 x 2 = 400 m2 of floor.


def test_the_far_of_a_block_counts_every_building_in_it_and_none_beside_it(plan: Plan) -> None:
    assert block_far(plan, plan.blocks[0]) == pytest.approx((3600 + 3600 + 100) / 10_000)


def test_density_is_footprints_over_block_land(plan: Plan) -> None:
    assert block_density(plan, plan.blocks[0]) == pytest.approx((600 + 300 + 100) / 10_000)


def test_average_storeys_go_by_area_not_by_towers(plan: Plan) -> None:
    # 7200 m2 of floor on 900 m2 of ground = 8, while the mean of 6 and 12 would be 9
    assert average_storeys(plan, plan.blocks[0]) == pytest.approx(8.0)


def test_the_site_counts_the_shop_as_well(plan: Plan) -> None:
    assert site_far(plan) == pytest.approx((7300 + 400) / 20_000)
    assert site_density(plan) == pytest.approx((1000 + 200) / 20_000)
    assert housing_floor_area_m2(plan) == pytest.approx(7200.0)
