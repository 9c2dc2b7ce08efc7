import math
from dataclasses import replace

import pytest
from shapely.affinity import rotate, translate
from shapely.geometry import Point

from layoutgen.model.plan import Plan
from layoutgen.walking.distances import walks_from_homes, walks_to_stop
from layoutgen.walking.graph import walk_graph
from tests.validator.plan_from_case import plan_from_case

# A spine runs north from the road at (50, 0) to (50, 100). A path leaves it at (50, 30) to the east and ends at (80, 30);
# the home's door stands 1 m north of it at (75, 31). At (50, 80) a path runs west to the garden's edge at (20, 80).
# A detour joins (80, 30) by (80, 80) to (50, 80).
CASE = {
    "edge": [{"at": [0, 0, 200, 0], "road": "local"}],
    "building": [{"id": "H", "box": [70, 31, 90, 43], "dwellings": 12}],
    "lot": [{"kind": "garden", "box": [0, 70, 20, 90]}],
    "way": [
        {"kind": "access", "at": [50, 0, 50, 100]},
        {"kind": "footpath", "at": [50, 30, 80, 30], "width": 2.0},
        {"kind": "footpath", "at": [80, 30, 80, 80, 50, 80], "width": 2.0},
        {"kind": "footpath", "at": [50, 80, 20, 80], "width": 2.0},
    ],
    "spot": [{"id": "D-H", "at": [75, 31], "of": "H"}],
}


def test_the_shortest_walk_goes_by_the_spine() -> None:
    # door 1 + west 25 + north 50 + west 30 = 106; by the detour 1 + 5 + 50 + 30 + 30 = 116
    plan = plan_from_case(CASE)
    assert walks_from_homes(plan, walk_graph(plan), "garden") == (("D-H", pytest.approx(106.0, abs=0.02)),)


def test_without_the_spine_the_detour_is_walked() -> None:
    plan = plan_from_case({**CASE, "way": CASE["way"][1:]})
    assert walks_from_homes(plan, walk_graph(plan), "garden") == (("D-H", pytest.approx(116.0, abs=0.02)),)


def test_what_is_not_there_is_infinitely_far() -> None:
    plan = plan_from_case(CASE)
    assert walks_from_homes(plan, walk_graph(plan), "kindergarten") == (("D-H", math.inf),)


def test_outside_the_site_the_way_to_a_stop_is_straight_times_the_detour() -> None:
    # door 1 + west 25 + south 30 = 56 to the boundary at (50, 0); the stop lies 30 west, 40 south of it: 50 m x 1.3 = 65
    plan = plan_from_case(CASE)
    found = walks_to_stop(plan, walk_graph(plan), [Point(20, -40)], 1.3)
    assert found == (("D-H", pytest.approx(121.0)),)


def test_turning_and_moving_the_plan_changes_no_walk() -> None:
    def turned(plan: Plan) -> Plan:
        def go(shape: object) -> object:
            return translate(rotate(shape, 27, origin=(0, 0)), 310, -50)

        return replace(
            plan,
            ways=tuple(replace(w, centre=go(w.centre), outline=go(w.outline)) for w in plan.ways),
            lots=tuple(replace(lot, outline=go(lot.outline)) for lot in plan.lots),
            spots=tuple(replace(s, point=go(s.point)) for s in plan.spots),
        )

    plan = plan_from_case(CASE)
    other = turned(plan)
    before = walks_from_homes(plan, walk_graph(plan), "garden")[0][1]
    assert walks_from_homes(other, walk_graph(other), "garden")[0][1] == pytest.approx(before, abs=1e-6)
