from dataclasses import replace

import pytest

from layoutgen.indicators.land import buildings_of, public_green_m2
from layoutgen.indicators.people import block_people, people_drawn
from layoutgen.model.plan import Plan


def test_a_building_belongs_to_the_block_it_stands_in_whatever_its_label_says(plan: Plan) -> None:
    lying = replace(plan, buildings=tuple(replace(b, block="K9" if b.block else "K1") for b in plan.buildings))
    assert [b.id for b in buildings_of(lying, lying.blocks[0])] == ["A", "B", "P"]


def test_public_green_is_the_garden_and_never_the_block(plan: Plan) -> None:
    assert public_green_m2(plan) == pytest.approx(100 * 50)


def test_a_garden_inside_a_block_is_no_public_green(plan: Plan) -> None:
    walled = replace(plan, blocks=(replace(plan.blocks[0], outline=plan.boundary),))
    assert public_green_m2(walled) == 0.0


def test_people_are_dwellings_times_household_size(plan: Plan) -> None:
    assert people_drawn(plan) == pytest.approx(96 * 3.0)
    assert block_people(plan, plan.blocks[0]) == pytest.approx(96 * 3.0)
