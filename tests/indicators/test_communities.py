"""A site of 526 m x 300 m: two communities of 250 m on either side of a main road of 26 m."""

import pytest

from layoutgen.indicators.communities import community_plans, owners
from layoutgen.model.kinds import RoadClass
from layoutgen.model.plan import Plan
from tests.validator.plan_from_case import plan_from_case

DIVIDED = {
    "boundary": [0, 0, 526, 300],
    "facts": {"people": 14000},
    "edge": [
        {"id": "E1", "at": [0, 0, 526, 0], "road": "arterial", "setback": 7.0},
        {"id": "E2", "at": [526, 0, 526, 300], "road": "none", "gate": False},
        {"id": "E3", "at": [526, 300, 0, 300], "road": "local"},
        {"id": "E4", "at": [0, 300, 0, 0], "road": "local"},
    ],
    "community": [
        {"id": "C1", "box": [0, 0, 250, 300], "people": 7500},
        {"id": "C2", "box": [276, 0, 526, 300], "people": 6500},
    ],
    "way": [
        {"id": "R-city_road-1", "kind": "city_road", "at": [263, 0, 263, 300], "width": 26},
        {"id": "C1-R1", "at": [10, 50, 200, 50]},
    ],
    "building": [
        {"id": "C1-B1", "box": [40, 60, 80, 72], "dwellings": 36, "shading_height": 57.0},
        {"id": "C2-B1", "box": [300, 60, 340, 72], "dwellings": 36, "shading_height": 21.5},
    ],
    "window": [{"id": "C2-W1", "building": "C2-B1", "at": [302, 60, 304, 60]}],
    "spot": [
        {"id": "C1-S1", "kind": "vehicle_gate", "at": [250, 50]},
        {"id": "S-bus-1", "kind": "bus_stop", "at": [252, 150]},
    ],
    "keep_out": [{"box": [200, 200, 300, 240]}],
    "context": [{"id": "N1", "box": [0, 330, 40, 342], "height": 18.0}],
}


@pytest.fixture(scope="module")
def parts() -> tuple[Plan, ...]:
    return community_plans(plan_from_case(DIVIDED))


def test_a_community_has_its_own_outline_and_people(parts: tuple[Plan, ...]) -> None:
    assert [(part.boundary.area, part.facts.people) for part in parts] == [(75_000.0, 7_500), (75_000.0, 6_500)]
    assert all(part.communities == () for part in parts)


def test_each_thing_goes_where_it_lies_and_a_gate_at_the_red_line_too(parts: tuple[Plan, ...]) -> None:
    west, east = parts
    assert [building.id for building in west.buildings] == ["C1-B1"]
    assert [building.id for building in east.buildings] == ["C2-B1"]
    assert [window.id for window in east.windows] == ["C2-W1"]
    assert [way.id for way in west.ways] == ["C1-R1"]
    assert [spot.id for spot in west.spots] == ["C1-S1", "S-bus-1"]


def test_every_community_has_every_stop_and_none_the_main_road(parts: tuple[Plan, ...]) -> None:
    assert [spot.id for spot in parts[1].spots] == ["S-bus-1"]
    assert parts[1].ways == ()


def test_buildings_of_the_others_stand_around_it(parts: tuple[Plan, ...]) -> None:
    assert [(stands.id, stands.height_m) for stands in parts[0].context] == [("N1", 18.0), ("C2-B1", 21.5)]
    assert [(stands.id, stands.height_m) for stands in parts[1].context] == [("N1", 18.0), ("C1-B1", 57.0)]


def test_what_is_kept_out_is_cut_at_the_red_lines(parts: tuple[Plan, ...]) -> None:
    # 100 x 40 m from x = 200: 50 m west of the road, 24 m east of it
    assert [sum(shape.area for shape in part.keep_outs) for part in parts] == [50 * 40.0, 24 * 40.0]


def test_edges_are_the_sites_and_the_main_road(parts: tuple[Plan, ...]) -> None:
    east = {(edge.road_class, edge.setback_m, edge.allows_gate, edge.line.length) for edge in parts[1].edges}
    assert east == {
        (RoadClass.ARTERIAL, 7.0, True, 250.0),
        (RoadClass.NONE, None, False, 300.0),
        (RoadClass.LOCAL, None, True, 250.0),
        (RoadClass.COLLECTOR, None, True, 300.0),  # the main road
    }


def test_a_thing_on_the_main_road_belongs_to_nobody() -> None:
    plan = plan_from_case(DIVIDED)
    assert owners([plan.ways[0].outline, plan.ways[1].outline], plan.communities).tolist() == [-1, 0]
