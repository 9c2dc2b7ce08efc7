"""Green taken apart, by sums worked by hand."""

import math

import pytest

from layoutgen.indicators.green_parts import green_parts
from tests.validator.plan_from_case import plan_from_case


def test_a_house_on_a_lawn_takes_itself_and_a_metre_round_it():
    # 50 x 50 m of lawn; the house of 10 x 10 m grown by 1 m with round corners: 12 x 12 - (4 - pi)
    plan = plan_from_case(
        {
            "ground": [{"kind": "green", "box": [0, 0, 50, 50]}],
            "building": [{"box": [10, 10, 20, 20], "storeys": 2}],
        }
    )
    parts = green_parts(plan)
    assert parts.by_walls.area == pytest.approx(144.0 - (4.0 - math.pi), abs=0.05)
    assert parts.greens.counted.area == pytest.approx(2500.0 - parts.by_walls.area)
    assert parts.covered.is_empty


def test_a_path_over_a_lawn_covers_it():
    plan = plan_from_case(
        {
            "ground": [{"kind": "green", "box": [0, 0, 50, 50]}],
            "way": [{"kind": "footpath", "at": [0, 25, 50, 25], "width": 2.0}],
        }
    )
    parts = green_parts(plan)
    assert parts.covered.area == pytest.approx(100.0)
    assert parts.greens.counted.area == pytest.approx(2400.0)
    assert parts.by_walls.is_empty


def test_a_play_ground_counts_inside_the_central_green_only():
    plan = plan_from_case(
        {
            "block": [{"id": "K1", "box": [0, 0, 200, 200]}],
            "ground": [
                {"id": "G1", "kind": "central_green", "box": [0, 0, 40, 40]},
                {"id": "G2", "kind": "play_ground", "box": [30, 0, 50, 10]},
            ],
        }
    )
    parts = green_parts(plan)
    assert parts.play.area == pytest.approx(100.0)  # 50 - 40 m wide, 10 m deep
    assert parts.central.area == pytest.approx(1600.0)
    assert parts.not_central.is_empty


def test_a_narrow_central_green_is_green_but_not_central():
    plan = plan_from_case(
        {
            "block": [{"id": "K1", "box": [0, 0, 200, 200]}],
            "ground": [{"id": "G1", "kind": "central_green", "box": [0, 0, 60, 6]}],  # under 8 m
        }
    )
    parts = green_parts(plan)
    assert parts.greens.counted.area == pytest.approx(360.0)
    assert parts.central.is_empty
    assert parts.not_central.area == pytest.approx(360.0)
