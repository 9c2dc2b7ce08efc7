"""Traps of land and green: which ground a figure is over, and where it ends (figures F-17, F-28, F-29, F-30, F-31, F-38)."""

from collections.abc import Mapping

import pytest

from layoutgen.model.plan import Plan
from layoutgen.model.report import Outcome
from layoutgen.standards.load import load_standard
from layoutgen.validator.check import judge_clause
from tests.validator.plan_from_case import plan_from_case

# Site 300 x 200 m = 60 000 m2, 500 people, 100 dwellings of five. Block 200 x 200 = 40 000. A street of 20 m (x 200..220) with
# red lines, the garden beside it (x 220..260, y 0..50 = 2 000 m2). A slab 50 x 12, 6 storeys (floor 3 600) and a tower
# 20 x 20, 18 storeys (floor 7 200). The north edge of the site is a branch road, taken as 16 m wide, half of it 8.
BUILDINGS = [
    {"id": "A", "box": [20, 150, 70, 162], "storeys": 6, "dwellings": 40},
    {"id": "T", "box": [120, 150, 140, 170], "storeys": 18, "dwellings": 60},
]
PLAN: dict[str, object] = {
    "boundary": [0, 0, 300, 200],
    "facts": {"people": 500, "household_size": 5.0},
    "edge": [{"at": [300, 200, 0, 200], "road": "local"}],
    "block": [{"box": [0, 0, 200, 200]}],
    "lot": [{"kind": "garden", "box": [220, 0, 260, 50]}],
    "way": [{"id": "S", "kind": "street", "at": [210, 0, 210, 200], "width": 20.0}],
    "building": BUILDINGS,
    # central green 40 x 25 with its play ground 10 x 10; a lawn 100 x 40; both clear of walls and ways
    "ground": [
        {"id": "C", "kind": "central_green", "box": [20, 80, 60, 105]},
        {"id": "Y", "kind": "play_ground", "box": [20, 80, 30, 90]},
        {"id": "L", "kind": "green", "box": [20, 20, 120, 60]},
    ],
}


def _judged(clause: str, changes: Mapping[str, object] = {}) -> Outcome:
    return judge_clause(_plan(changes), load_standard(("gb-50180",)).clause(clause))


def _plan(changes: Mapping[str, object]) -> Plan:
    return plan_from_case({**PLAN, **changes})


def _measured(clause: str, changes: Mapping[str, object] = {}) -> object:
    return _judged(clause, changes).findings[0].measured


def test_the_three_greens_are_three_numbers_and_none_feeds_another() -> None:
    # F-17. Public green: the garden, 2 000 m2 / 500 people = 4.0. Green ratio of the block: (1 000 + 4 000) / 40 000 = 0.125.
    # Central green: 40 x 25 = 1 000 m2 / 500 people = 2.0.
    assert _measured("GB180-4.0.4.a") == pytest.approx(4.0)
    assert _measured("GB180-4.0.2.green.recalled") == pytest.approx(0.125)
    assert _measured("GB180-4.0.7.area") == pytest.approx(2.0)


def test_a_block_full_of_lawn_is_no_public_green_and_no_central_green() -> None:
    bare = {"lot": [], "ground": [{"id": "L", "kind": "green", "box": [0, 0, 200, 140]}]}
    assert _measured("GB180-4.0.2.green.recalled", bare) == pytest.approx(200 * 140 / 40_000)
    assert _measured("GB180-4.0.4.a", bare) == 0.0
    assert _measured("GB180-4.0.7.area", bare) == 0.0


def test_a_blocks_far_is_over_the_land_to_the_red_line_the_circles_over_that_to_the_centre_line() -> None:
    # F-29. All 10 800 m2 of floor: over the block's 40 000 = 0.27; over the circle's 60 000 + 300 x 8 = 62 400 = 0.17308.
    # The circle has 12 000 + 2 400 m2 of leftover and road more than its block: the same floors, a third less.
    assert _measured("GB180-4.0.2.far") == pytest.approx(10_800 / 40_000)
    assert _measured("GB180-4.0.1.far") == pytest.approx(10_800 / 62_400)
    assert _measured("GB180-4.0.1.land") == pytest.approx(62_400 / 500)


def test_the_circles_road_is_its_streets_and_half_of_the_roads_around() -> None:
    # Street 20 x 200 = 4 000, half the branch road 300 x 8 = 2 400: 6 400 / 62 400.
    assert _measured("GB180-4.0.1.mix.road") == pytest.approx(6_400 / 62_400)
    assert _measured("GB180-4.0.1.mix.housing") == pytest.approx(40_000 / 62_400)


def test_green_ends_a_metre_off_a_wall_and_central_green_one_and_a_half() -> None:
    # F-30. Central green 40 x 25 that reaches the south wall of a slab over its whole 40 m: the block's green loses 40 x 1.0
    # m2, the central green 40 x 1.5. The slab is longer than the green, so no corner is round.
    walls = {"building": [{"id": "A", "box": [0, 105, 90, 117], "storeys": 10, "dwellings": 100}]}
    green = {**walls, "ground": [{"id": "C", "kind": "central_green", "box": [20, 80, 60, 105]}]}
    assert _measured("GB180-4.0.2.green.recalled", green) == pytest.approx((1_000 - 40) / 40_000)
    assert _measured("GB180-4.0.7.area", green) == pytest.approx((1_000 - 60) / 500)


def test_central_green_ends_a_metre_off_a_block_road_and_at_a_city_roads_red_line() -> None:
    # F-30. A lane along the south edge of the green (its carriageway y 76..80) takes 40 x 1.0 m2 of the central green and
    # nothing of the green ratio; the red line of the street along its east edge takes nothing of either.
    lane = {"id": "R", "kind": "access", "at": [20, 78, 60, 78], "width": 4.0}
    beside = {"way": [lane], "ground": [{"id": "C", "kind": "central_green", "box": [20, 80, 60, 105]}]}
    assert _measured("GB180-4.0.7.area", beside) == pytest.approx((1_000 - 40) / 500)
    assert _measured("GB180-4.0.2.green.recalled", beside) == pytest.approx(1_000 / 40_000)
    at_street = {"ground": [{"id": "C", "kind": "central_green", "box": [160, 80, 200, 105]}]}
    assert _measured("GB180-4.0.7.area", at_street) == pytest.approx(1_000 / 500)


def test_the_shadow_line_is_of_the_standard_day_not_of_noon() -> None:
    # F-31. A wall 60 m high and 300 m long stands 20 m south of the green: no point of it has two hours on the great-cold day.
    # A mast of 1 m at the same place darkens every point for some minutes at most, at noon for one: all of it counts.
    wall = {"context": [{"box": [-100, 50, 260, 60], "height": 60}]}
    mast = {"context": [{"box": [40, 59, 41, 60], "height": 60}]}
    assert _measured("GB180-4.0.7.sun.a", wall) == 0.0
    assert _measured("GB180-4.0.7.sun.a", mast) == 1.0


def test_the_class_of_a_block_goes_by_storeys_by_area_and_not_by_the_mean_of_its_buildings() -> None:
    # F-38. 10 800 m2 of floor over 600 + 400 m2 of footprint = 10.8 storeys: high-rise I, whose ceiling in zone II is 2.6.
    # The mean of the two buildings would be 12; and with the slab four times as large it is 21 600 / 2 800 = 7.7: class 7 to 9.
    (far,) = _judged("GB180-4.0.2.far").findings
    assert (far.note, far.limit.high) == ("10.8 storeys on average, high1", 2.6)
    slabs = [{"id": f"A{i}", "box": [20, 20 + 30 * i, 70, 32 + 30 * i], "storeys": 6, "dwellings": 40} for i in range(4)]
    tower = {"id": "T", "box": [120, 150, 140, 170], "storeys": 18, "dwellings": 60}
    (far,) = _judged("GB180-4.0.2.far", {"building": [*slabs, tower]}).findings
    assert (far.note, far.limit.high) == ("7.7 storeys on average, multi2", 1.9)


def test_a_shop_in_the_block_does_not_lower_its_storey_class() -> None:
    shop = {"id": "S", "use": "shops", "box": [20, 20, 80, 60], "storeys": 1}
    (far,) = _judged("GB180-4.0.2.far", {"building": [*BUILDINGS, shop]}).findings
    assert far.note == "10.8 storeys on average, high1"


def test_the_straight_radius_and_the_walk_part_where_water_lies_between() -> None:
    # F-28. Door (50, 150), nursery door (150, 150): 100 m straight. The only path runs round a pond: 150 down, 100 across,
    # 150 up = 400 m.
    plan = {
        "way": [{"id": "P1", "kind": "footpath", "at": [50, 150, 50, 0, 150, 0, 150, 150], "width": 2.0}],
        "building": [{"id": "A", "box": [40, 150, 60, 162], "dwellings": 10}],
        "facility": [{"id": "N", "kind": "nursery", "box": [140, 150, 160, 160]}],
        "spot": [{"id": "D", "at": [50, 150], "of": "A"}, {"id": "E", "at": [150, 150], "of": "N"}],
        "lot": [],
        "ground": [],
    }
    assert _measured("GB180-B02.nursery.radius", plan) == pytest.approx(100.0)
    assert _judged("GB180-B02.nursery.radius", plan).verdict == "pass"
    assert _measured("GB180-B02.nursery.radius.walk", plan) == pytest.approx(400.0)
    (walk,) = _judged("GB180-B02.nursery.radius.walk", plan).findings
    assert not walk.passed
    assert walk.note.startswith("0.0% of the dwellings within; from one place on the site's ways at best 100.0%")
