from dataclasses import replace
from itertools import combinations

import pytest
import shapely
from shapely import affinity
from shapely.geometry import LineString, Polygon, box

from layoutgen.errors import InfeasibleError
from layoutgen.model.kinds import RoadClass
from layoutgen.stages.division import community_site, divide_site, propose_stops
from layoutgen.standards.community import community_size, divide_people
from tests.stages.division.by_hand import CHOICES, ROAD_M, site_of

SIZE = community_size()
OUTLINES = {
    "rectangle": box(0, 0, 826, 400),
    "turned": affinity.rotate(box(0, 0, 900, 700), 17.0),
    "L": Polygon([(0, 0), (1000, 0), (1000, 400), (400, 400), (400, 1000), (0, 1000)]),
    "U": Polygon([(0, 0), (1000, 0), (1000, 900), (650, 900), (650, 350), (350, 350), (350, 900), (0, 900)]),
    "triangle": Polygon([(0, 0), (1200, 0), (500, 1000)]),
    "ribbon": box(0, 0, 2400, 260),
    "many corners": Polygon([(20, 60), (700, 10), (1250, 0), (1300, 420), (1280, 800), (1170, 960), (640, 1010), (70, 1030)]),
}


def people_on(boundary: Polygon) -> int:
    """400 a hectare."""
    return int(boundary.area / 25.0)


@pytest.mark.parametrize("name", sorted(OUTLINES))
def test_communities_and_main_roads_tile_the_site(name: str) -> None:
    boundary = OUTLINES[name]
    division = divide_site(site_of(boundary), people_on(boundary), CHOICES)
    parts = [*(c.outline for c in division.communities), *(road.outline for road in division.roads)]
    grid = 0.001 * sum(part.length for part in parts)  # every side may be off by the grid
    assert sum(part.area for part in parts) == pytest.approx(boundary.area, abs=grid)
    assert shapely.union_all(parts).buffer(0.01).covers(boundary.buffer(-0.01))
    for one, other in combinations(parts, 2):
        assert one.buffer(-0.01).intersection(other).area == 0.0


@pytest.mark.parametrize("name", sorted(OUTLINES))
def test_every_community_is_of_a_lawful_size_and_they_are_as_few_as_can_be(name: str) -> None:
    people = people_on(OUTLINES[name])
    division = divide_site(site_of(OUTLINES[name]), people, CHOICES)
    sizes = [community.people for community in division.communities]
    assert sum(sizes) == people
    assert len(sizes) == len(divide_people(people))
    assert all(SIZE.population_low <= size <= SIZE.population_high for size in sizes)


def test_a_rectangle_is_halved_by_one_road_across() -> None:
    # 826 m = 400 + 26 + 400; 400 x 400 m each
    division = divide_site(site_of(OUTLINES["rectangle"]), 13_001, CHOICES)
    assert [community.id for community in division.communities] == ["C1", "C2"]
    assert [community.people for community in division.communities] == [6501, 6500]
    assert [c.outline.area for c in division.communities] == [pytest.approx(160_000, abs=10)] * 2
    (road,) = division.roads
    assert road.outline.area == pytest.approx(400 * ROAD_M, abs=1)
    assert (road.carriageway_m, road.footway_m) == (CHOICES.city_road_carriageway_m, CHOICES.city_road_footway_m)


def test_main_roads_miss_a_pond() -> None:
    pond = box(360, 150, 460, 250)  # where the road would run
    division = divide_site(site_of(OUTLINES["rectangle"], (pond,)), 13_000, CHOICES)
    assert all(road.outline.intersection(pond).area == 0.0 for road in division.roads)


def test_no_road_ends_blind_where_another_division_is_as_good() -> None:
    site = site_of(box(0, 0, 600, 600))
    closed = replace(
        site, edges=tuple(replace(e, road_class=RoadClass.NONE) if e.id in ("E2", "E4") else e for e in site.edges)
    )
    (road,) = divide_site(closed, 14_000, CHOICES).roads
    open_lines = [edge.line for edge in closed.edges if edge.road_class is not RoadClass.NONE]
    assert all(min(line.distance(shapely.Point(end)) for line in open_lines) < 0.01 for end in road.centre.coords)


def test_what_no_straight_road_divides_is_said() -> None:
    turns = [(0, 0), (1000, 0), (1000, 1000), (0, 1000), (0, 250), (750, 250), (750, 750), (250, 750), (250, 500)]
    snail = LineString(turns).buffer(60, cap_style="flat", join_style="mitre")
    assert isinstance(snail, Polygon)
    with pytest.raises(InfeasibleError, match="divide"):
        divide_site(site_of(snail), 12_500, CHOICES)


def test_a_communitys_edges_are_the_sites_and_the_main_roads() -> None:
    site = site_of(OUTLINES["rectangle"])
    site = replace(site, edges=tuple(replace(e, setback_m=7.0, road_class=RoadClass.ARTERIAL) for e in site.edges))
    division = divide_site(site, 13_000, CHOICES)
    west = community_site(site, division, division.communities[0], ())
    found = sorted((edge.road_class.value, round(edge.line.length), edge.setback_m, edge.allows_gate) for edge in west.edges)
    assert found == [
        ("arterial", 400, 7.0, True),
        ("arterial", 400, 7.0, True),
        ("arterial", 400, 7.0, True),
        ("collector", 400, None, True),
    ]


def test_stops_stand_in_both_footways_before_the_middle_of_the_communities() -> None:
    # road centre x = 413; carriageway 15 / 2 + footway 5.5 / 2 = 10.25; a front of 400 m is one stop of 300 m
    division = divide_site(site_of(OUTLINES["rectangle"]), 13_000, CHOICES)
    stops = propose_stops(division.roads, division.communities, 3)
    assert [stop.id for stop in stops] == ["S-bus-3", "S-bus-4"]
    assert [(stop.point.x, stop.point.y) for stop in stops] == [
        pytest.approx((402.75, 200.0), abs=0.1),
        pytest.approx((423.25, 200.0), abs=0.1),
    ]


def test_where_all_would_be_full_there_is_one_community_more() -> None:
    # 60 000 are five full communities of 12 000; six of 10 000 leave each room. 24 000 stay two: three would be small.
    wide = site_of(box(0, 0, 1300, 950))
    assert len(divide_site(wide, 60_000, CHOICES).communities) == 6
    assert len(divide_site(wide, 24_000, CHOICES).communities) == 2
