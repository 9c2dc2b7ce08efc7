"""Pedestrian gates: one a side of a block, in its middle or across from another, and off the vehicle gates."""

import pytest
import shapely
from shapely.geometry import box

from layoutgen.model.kinds import SpotKind
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


def test_no_two_pedestrian_gates_of_a_block_stand_on_one_side_of_less_than_the_spacing(
    stages: Stages, grounds: Grounds
) -> None:
    for block in stages[2].blocks:
        rim = shapely.orient_polygons(block.outline).exterior
        feet = [s.point for s in grounds.spots if s.kind is SpotKind.PEDESTRIAN_GATE and s.of == block.id]
        along = [float(rim.project(gate)) for gate in feet]
        for low, high in _sides(rim):
            if high - low < 198.0:  # pedestrian_gate_spacing_m of the template
                assert sum(low <= a < high or low <= a + rim.length < high for a in along) <= 1


def test_people_do_not_enter_through_a_vehicle_gate(grounds: Grounds) -> None:
    cars = [s.point for s in grounds.spots if s.kind is SpotKind.VEHICLE_GATE]
    feet = [s.point for s in grounds.spots if s.kind is SpotKind.PEDESTRIAN_GATE and s.of.startswith("K")]
    assert all(gate.distance(car) >= 10.0 for gate in feet for car in cars)
