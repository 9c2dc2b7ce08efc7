from dataclasses import replace

import pytest
from shapely.geometry import box

from layoutgen.indicators.green import block_green_ratio, central_green_m2, counted_green
from layoutgen.model.plan import Plan
from tests.validator.plan_from_case import plan_from_case


def test_green_ends_one_metre_off_the_wall_and_paths_and_courts_do_not_count(plan: Plan) -> None:
    # Central green 400, its play ground counts with it. Lawn 600. Wall of B (x 10..35, y = 30): a strip 25 x 1 m, and off
    # its east corner (35, 30) a quarter disc of 1 m, less what lies above y = 30. Within y <= 30 the buffer is
    # x 10..35 by y 29..30 = 25 m2, plus the quarter disc pi/4. The path x 19..21 by y 10..29 = 38 m2. The court 25 m2.
    quarter_disc = 3.14159265 / 4.0
    expected = 400 + 600 - 25 - quarter_disc - 38 - 25
    assert counted_green(plan).area == pytest.approx(expected, abs=0.01)  # the disc is a polygon of 64 sides
    assert block_green_ratio(plan, plan.blocks[0]) == pytest.approx(expected / 10_000, abs=1e-5)


def test_a_play_ground_on_a_lawn_counts_nothing() -> None:
    plan = plan_from_case(
        {"ground": [{"kind": "green", "box": [0, 0, 20, 20]}, {"kind": "play_ground", "box": [0, 0, 10, 10]}]}
    )
    assert counted_green(plan).area == pytest.approx(300.0)


def test_a_fire_ground_on_green_counts_nothing() -> None:
    plan = plan_from_case(
        {"ground": [{"kind": "green", "box": [0, 0, 20, 20]}, {"kind": "fire_ground", "box": [0, 0, 20, 10]}]}
    )
    assert counted_green(plan).area == pytest.approx(200.0)


def test_a_garage_below_takes_no_green() -> None:
    plan = plan_from_case({"ground": [{"kind": "green", "box": [0, 0, 20, 20]}, {"kind": "garage", "box": [0, 0, 20, 20]}]})
    assert counted_green(plan).area == pytest.approx(400.0)


def test_central_green_keeps_off_walls_and_lanes() -> None:
    # Green 30 x 20. A wall along its north side takes 1.5 m, a lane along its south side 1.0 m: 30 x 17.5 are left.
    case = {
        "block": [{"box": [0, 0, 100, 100]}],
        "building": [{"box": [-20, 40, 80, 50], "dwellings": 10}],
        "ground": [{"kind": "central_green", "box": [10, 20, 40, 40]}],
        "way": [{"kind": "access", "at": [0, 18, 80, 18], "width": 4.0}],
    }
    plan = plan_from_case(case)
    assert central_green_m2(plan, plan.blocks[0]) == pytest.approx(30 * 17.5)


def test_a_strip_narrower_than_eight_metres_is_no_central_green() -> None:
    case = {"block": [{"box": [0, 0, 100, 100]}], "ground": [{"kind": "central_green", "box": [10, 20, 60, 27.9]}]}
    plan = plan_from_case(case)
    assert central_green_m2(plan, plan.blocks[0]) == 0.0
    wide = replace(plan, grounds=(replace(plan.grounds[0], outline=box(10, 20, 60, 28)),))
    assert central_green_m2(wide, wide.blocks[0]) == pytest.approx(400.0)


def test_central_green_reaches_the_red_line_of_a_city_road() -> None:
    # Green 30 x 20 between a public street (y 0..16) and open ground: nothing is taken off; 1.0 m would leave 30 x 19.
    case = {
        "block": [{"box": [0, 16, 100, 100]}],
        "ground": [{"kind": "central_green", "box": [10, 16, 40, 36]}],
        "way": [{"kind": "street", "at": [0, 8, 100, 8], "width": 16.0}],
    }
    plan = plan_from_case(case)
    assert central_green_m2(plan, plan.blocks[0]) == pytest.approx(30 * 20)
