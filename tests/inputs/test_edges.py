import numpy as np
import pytest
from shapely.geometry import LineString, Polygon, box

from layoutgen.inputs.edges import EdgeRules, cut_edges, side
from layoutgen.inputs.survey import Road
from layoutgen.model.kinds import RoadClass

RULES = EdgeRules(corner_deg=25.0, corner_sag_m=3.0, short_edge_m=20.0, road_reach_m=45.0, local_from_m=60.0)


def test_edges_tile_the_boundary_counter_clockwise() -> None:
    boundary = Polygon([(0, 0), (200, -20), (420, 0), (430, 200), (240, 210), (240, 400), (0, 390)])
    edges, _ = cut_edges(boundary, (), (), RULES)
    assert sum(edge.line.length for edge in edges) == pytest.approx(boundary.exterior.length)
    ends = [edge.line.coords[-1] for edge in edges]
    assert ends == [edge.line.coords[0] for edge in (*edges[1:], edges[0])]


def test_a_gentle_bend_does_not_part_an_edge() -> None:
    # the south side bends by about 2 x 5.2 degrees at its middle
    boundary = Polygon([(0, 0), (200, -18), (400, 0), (400, 300), (0, 300)])
    edges, _ = cut_edges(boundary, (), (), RULES)
    assert [side(edge) for edge in edges] == ["south", "east", "north", "west"]


def test_rounded_corners_part_edges_as_sharp_ones_do() -> None:
    rounded = box(0, 0, 400, 300).buffer(-15).buffer(15, quad_segs=16)
    edges, _ = cut_edges(Polygon(rounded.exterior.coords[::-1]), (), (), RULES)
    assert len(edges) == 4


def test_a_boundary_without_any_corner_still_has_edges_all_round() -> None:
    angles = np.linspace(0.0, 2.0 * np.pi, 90, endpoint=False)
    circle = Polygon(np.column_stack([150 * np.cos(angles), 150 * np.sin(angles)]))
    edges, _ = cut_edges(circle, (), (), RULES)
    assert len(edges) >= 2
    assert sum(edge.line.length for edge in edges) == pytest.approx(circle.exterior.length)


def test_unnamed_edges_are_branch_roads_from_60_m_and_shorter_ones_follow_their_neighbour() -> None:
    boundary = Polygon([(0, 0), (300, 0), (300, 250), (260, 250), (260, 290), (0, 290)])
    edges, notes = cut_edges(boundary, (), (), RULES)
    assert {edge.road_class for edge in edges} == {RoadClass.LOCAL}
    assert any(note.en.startswith("edges E1, E2, E5, E6") for note in notes)
    assert any("E3 (local), E4 (local)" in note.en for note in notes)


def test_an_edge_takes_the_class_of_the_road_that_runs_beside_it() -> None:
    roads = (
        Road(line=LineString([(-50, -20), (450, -20)]), road_class=RoadClass.ARTERIAL),
        Road(line=LineString([(200, -100), (200, 800)]), road_class=RoadClass.COLLECTOR),  # crosses the site, beside no edge
    )
    edges, _ = cut_edges(box(0, 0, 400, 300, ccw=True), roads, (), RULES)
    by_side = {side(edge): edge.road_class for edge in edges}
    assert by_side == {"south": RoadClass.ARTERIAL, "east": RoadClass.LOCAL, "north": RoadClass.LOCAL, "west": RoadClass.LOCAL}


def test_a_neighbours_land_takes_no_gate() -> None:
    road = Road(line=LineString([(0, 0), (400, 0)]), road_class=RoadClass.NONE, is_edge=True)
    edges, _ = cut_edges(box(0, 0, 400, 300), (road,), (), RULES)
    assert {side(edge): edge.allows_gate for edge in edges} == {"south": False, "east": True, "north": True, "west": True}
