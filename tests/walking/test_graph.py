import pytest

from layoutgen.model.plan import Plan
from layoutgen.walking.graph import WalkGraph, walk_graph
from tests.validator.plan_from_case import plan_from_case


def ways(*rows: tuple[str, list[float]], footway: float = 0.0, **more: object) -> Plan:
    table = [{"kind": kind, "at": at, "width": 2.0, "footway": footway} for kind, at in rows]
    return plan_from_case({"way": table, **more})


def components(graph: WalkGraph) -> int:
    return len(set(graph.component.tolist()))


def test_lines_that_cross_share_a_node() -> None:
    graph = walk_graph(ways(("footpath", [0, 50, 100, 50]), ("footpath", [50, 0, 50, 100])))
    assert components(graph) == 1
    assert len(graph.points) == 5
    assert sorted(graph.lengths.tolist()) == pytest.approx([50, 50, 50, 50])


def test_an_end_within_the_snap_distance_of_another_line_joins_it() -> None:
    graph = walk_graph(ways(("footpath", [0, 50, 100, 50]), ("footpath", [30, 50.05, 30, 90])))
    assert components(graph) == 1


def test_an_end_farther_off_than_any_outline_stays_apart() -> None:
    # the first path's outline ends at y = 51; the second begins at 51.5
    graph = walk_graph(ways(("footpath", [0, 50, 100, 50]), ("footpath", [30, 51.5, 30, 90])))
    assert components(graph) == 2


def test_an_end_at_another_ways_outline_is_walked_to_its_centre() -> None:
    graph = walk_graph(ways(("footpath", [0, 50, 100, 50]), ("footpath", [30, 51, 30, 90])))
    assert components(graph) == 1
    assert min(graph.lengths.tolist()) == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("kind", "footway", "nodes"), [("main", 0.0, 0), ("street", 0.0, 0), ("main", 1.5, 2), ("access", 0.0, 2)]
)
def test_roads_are_walked_only_with_a_footway(kind: str, footway: float, nodes: int) -> None:
    assert len(walk_graph(ways((kind, [0, 50, 100, 50]), footway=footway)).points) == nodes


def test_an_empty_plan_has_an_empty_network() -> None:
    graph = walk_graph(plan_from_case({"lot": [{"kind": "garden", "box": [0, 0, 9, 9]}]}))
    assert graph.main_component == -1
    assert graph.nodes_of("L1") == ()


@pytest.mark.parametrize(("offset", "is_joined"), [(1.0, True), (1.1, False)])
def test_a_door_joins_a_line_within_a_metre(offset: float, is_joined: bool) -> None:
    graph = walk_graph(ways(("footpath", [0, 50, 100, 50]), spot=[{"at": [40, 50 + offset], "of": "B1"}]))
    assert bool(graph.nodes_of("S1")) == is_joined


def test_a_lot_is_joined_where_a_line_ends_at_its_outline() -> None:
    graph = walk_graph(ways(("footpath", [0, 50, 60, 50]), lot=[{"kind": "garden", "box": [60, 40, 90, 60]}]))
    (node,) = graph.nodes_of("L1")
    assert graph.points[node].tolist() == pytest.approx([60, 50], abs=0.05)


def test_a_line_that_ends_on_a_road_edge_links_to_the_city_and_on_a_neighbour_does_not() -> None:
    edges = [{"at": [0, 0, 200, 0], "road": "local"}, {"at": [200, 0, 200, 200], "road": "none"}]
    graph = walk_graph(ways(("footpath", [50, 0, 50, 90]), ("footpath", [50, 90, 200, 90]), edge=edges))
    assert [graph.points[node].tolist() for node in graph.city] == [[50.0, 0.0]]


def test_steps_are_no_part_of_the_step_free_network() -> None:
    plan = plan_from_case({"way": [{"kind": "footpath", "at": [0, 0, 9, 0], "steps": "yes"}, {"at": [9, 0, 20, 0]}]})
    assert len(walk_graph(plan).points) == 3
    assert len(walk_graph(plan, is_step_free=True).points) == 2


CORNER = [{"at": [0, 0, 200, 0], "road": "local"}, {"at": [200, 0, 200, 200], "road": "collector"}]


def test_people_walk_along_the_roads_at_the_edge_from_one_way_to_the_next_and_round_the_corner() -> None:
    # out of the first path at (50, 0), 150 m to the corner, 40 m up to where the second comes out
    graph = walk_graph(ways(("footpath", [50, 0, 50, 90]), ("footpath", [150, 40, 200, 40]), edge=CORNER))
    assert 190.0 in graph.lengths.tolist()


def test_roads_at_the_edge_join_no_ways_that_are_drawn_apart() -> None:
    assert components(walk_graph(ways(("footpath", [50, 0, 50, 90]), ("footpath", [150, 40, 200, 40]), edge=CORNER))) == 2


def test_nobody_walks_along_a_neighbours_edge() -> None:
    edges = [{"at": [0, 0, 200, 0], "road": "none"}]
    graph = walk_graph(ways(("footpath", [50, 0, 50, 90]), ("footpath", [150, 0, 150, 90]), edge=edges))
    assert sorted(graph.lengths.tolist()) == [90.0, 90.0]
