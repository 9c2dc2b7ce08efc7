"""Laws of every indicator: moving and turning a plan, or naming its parts otherwise, changes none."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from shapely.affinity import rotate, translate
from shapely.geometry import LineString, Polygon

from layoutgen.indicators.table import indicator_table
from layoutgen.model.plan import Plan

Move = Callable[[Polygon | LineString], Polygon | LineString]


def _moved(plan: Plan, go: Move) -> Plan:
    return replace(
        plan,
        boundary=go(plan.boundary),
        blocks=tuple(replace(block, outline=go(block.outline)) for block in plan.blocks),
        lots=tuple(replace(lot, outline=go(lot.outline)) for lot in plan.lots),
        ways=tuple(replace(way, centre=go(way.centre), outline=go(way.outline)) for way in plan.ways),
        buildings=tuple(replace(building, footprint=go(building.footprint)) for building in plan.buildings),
        grounds=tuple(replace(ground, outline=go(ground.outline)) for ground in plan.grounds),
        stalls=tuple(replace(stall, outline=go(stall.outline)) for stall in plan.stalls),
    )


@pytest.mark.parametrize(
    "go",
    [lambda shape: translate(shape, 1234.5, -987.25), lambda shape: rotate(shape, 33.0, origin=(7, 9))],
    ids=["moved", "turned"],
)
def test_moving_and_turning_change_no_indicator(plan: Plan, go: Move) -> None:
    before, after = dict(indicator_table(plan)), dict(indicator_table(_moved(plan, go)))
    assert before.keys() == after.keys()
    for name, value in before.items():
        if isinstance(value, float):
            # the round corner of a wall's buffer is a polygon whose sides turn with the plan: 0.1 m2 at most
            assert after[name] == pytest.approx(value, abs=0.1 if "m2" in name else 2e-4), name


def test_the_order_of_buildings_changes_no_indicator(plan: Plan) -> None:
    assert indicator_table(replace(plan, buildings=plan.buildings[::-1])) == indicator_table(plan)
