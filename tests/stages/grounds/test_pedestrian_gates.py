"""Pedestrian gates: one a side of a block at least, where they save walks, and off the vehicle gates."""

from itertools import combinations

import pytest
import shapely
from shapely.geometry import box
from shapely.ops import substring

from layoutgen.model.kinds import RoadClass, SpotKind
from layoutgen.model.stages import Allocation, Commission, Grounds, Massing, Structure
from layoutgen.stages.grounds.pedestrian_gates import _sides

Stages = tuple[Commission, Structure, Allocation, Massing]


def test_a_rectangle_has_four_sides_of_its_lengths() -> None:
    rim = shapely.orient_polygons(box(0.0, 0.0, 120.0, 80.0)).exterior
    lengths = sorted(high - low for low, high in _sides(rim))
    assert lengths == pytest.approx([80.0, 80.0, 120.0, 120.0])


def test_a_gentle_bend_is_no_corner() -> None:
    rim = shapely.Polygon([(0, 0), (60, 0), (120, 10), (120, 90), (0, 90)]).exterior  # turns 9.5 degrees at (60, 0)
    assert len(_sides(shapely.orient_polygons(shapely.Polygon(rim)).exterior)) == 4


def test_every_side_of_a_block_on_a_road_that_is_long_enough_has_a_pedestrian_gate(stages: Stages, grounds: Grounds) -> None:
    edges = shapely.union_all([edge.line for edge in stages[0].site.edges if edge.road_class is not RoadClass.NONE])
    roads = shapely.union_all([edges, *(street.outline for street in stages[1].streets)]).buffer(0.5)
    for block in stages[2].blocks:
        rim = shapely.orient_polygons(block.outline).exterior
        feet = [s.point for s in grounds.spots if s.kind is SpotKind.PEDESTRIAN_GATE and s.of == block.id]
        along = [float(rim.project(gate)) for gate in feet]
        for low, high in _sides(rim):
            run = shapely.intersection(substring(rim, low, min(high, rim.length)), roads)
            if run.length > 90.0:
                assert any(low <= a < high or low <= a + rim.length < high for a in along)


def test_a_gate_stands_where_the_way_round_is_long_and_no_second_one_beside_it(stages: Stages, grounds: Grounds) -> None:
    for block in stages[2].blocks:
        feet = [s.point for s in grounds.spots if s.kind is SpotKind.PEDESTRIAN_GATE and s.of == block.id]
        assert all(one.distance(other) > 20.0 for one, other in combinations(feet, 2))


def test_people_do_not_enter_through_a_vehicle_gate(grounds: Grounds) -> None:
    cars = [s.point for s in grounds.spots if s.kind is SpotKind.VEHICLE_GATE]
    feet = [s.point for s in grounds.spots if s.kind is SpotKind.PEDESTRIAN_GATE and s.of.startswith("K")]
    assert all(gate.distance(car) >= 10.0 for gate in feet for car in cars)
