"""Vehicle gates: wide enough, apart, and off the doors, stops and crossings that they keep away from."""

from dataclasses import replace
from itertools import combinations

import pytest
from shapely.geometry import Point

from layoutgen.model.kinds import FacilityKind, LotKind, RoadClass, SpotKind, WayKind
from layoutgen.model.plan import Spot
from layoutgen.model.stages import Allocation, Commission, Grounds, Massing, Structure
from layoutgen.stages.grounds.board import Board
from layoutgen.stages.grounds.gate_clearances import is_off_crossings, is_off_entrances
from layoutgen.standards.clause import Standard

Stages = tuple[Commission, Structure, Allocation, Massing]
SLOW = (FacilityKind.KINDERGARTEN, FacilityKind.NURSERY, FacilityKind.ELDERLY_STATION, FacilityKind.DAY_CARE)


def _gates(grounds: Grounds, kind: SpotKind) -> list[Spot]:
    return [spot for spot in grounds.spots if spot.kind is kind]


def _board(stages: Stages, **site: object) -> Board:
    commission, structure, allocation, massing = stages
    moved = replace(commission, site=replace(commission.site, **site))
    return Board(commission=moved, structure=structure, allocation=allocation, massing=massing, standard=Standard(packs=()))


def test_the_road_through_a_gate_is_seven_metres_wide(grounds: Grounds) -> None:
    for gate in _gates(grounds, SpotKind.VEHICLE_GATE):
        through = [w for w in grounds.ways if w.kind is WayKind.MAIN and w.centre.distance(gate.point) < 0.01]
        assert [way.carriageway_m for way in through] == [7.0]


def test_gates_of_a_block_are_twenty_metres_apart(grounds: Grounds) -> None:
    for one, other in combinations(_gates(grounds, SpotKind.VEHICLE_GATE), 2):
        assert one.of != other.of or one.point.distance(other.point) >= 20.0


def test_no_gate_stands_within_21_m_of_a_door_of_children_or_the_elderly(stages: Stages, grounds: Grounds) -> None:
    massing = stages[3]
    slow = {name for f in massing.facilities if f.kind in SLOW for name in (f.id, f.building)}
    doors = [door.point for door in massing.doors if door.of in slow]
    assert doors
    for gate in _gates(grounds, SpotKind.VEHICLE_GATE):
        assert min(gate.point.distance(door) for door in doors) >= 21.0


def test_the_garden_is_entered_far_from_the_vehicle_gates(stages: Stages, grounds: Grounds) -> None:
    gardens = [lot.id for lot in stages[2].lots if lot.kind is LotKind.GARDEN]
    entrances = [spot.point for spot in _gates(grounds, SpotKind.PEDESTRIAN_GATE) if spot.of in gardens]
    assert len(entrances) > 1  # the garden is open on more than one side
    for gate in _gates(grounds, SpotKind.VEHICLE_GATE):
        assert min(gate.point.distance(entrance) for entrance in entrances) >= 21.0


@pytest.mark.parametrize(("away", "is_off"), [(16.0, True), (15.9, False)])
def test_a_gate_keeps_sixteen_metres_off_a_bus_stop(stages: Stages, away: float, is_off: bool) -> None:
    gate = Point(-300.0, -300.0)  # far from every door
    assert is_off_entrances(_board(stages, bus_stops=(Point(-300.0 - away, -300.0),)), gate) is is_off


def test_only_an_arterial_makes_a_crossing_that_gates_keep_off(stages: Stages) -> None:
    edges = stages[0].site.edges
    corner = Point(edges[0].line.coords[0])  # where the south road meets the west road
    near, far = (Point(edges[0].line.interpolate(run)) for run in (70.9, 71.1))
    assert is_off_crossings(_board(stages), corner)
    arterial = (replace(edges[0], road_class=RoadClass.ARTERIAL), *edges[1:])
    assert not is_off_crossings(_board(stages, edges=arterial), near)
    assert is_off_crossings(_board(stages, edges=arterial), far)


def test_a_street_of_ours_that_meets_the_arterial_is_a_crossing(stages: Stages) -> None:
    edges = stages[0].site.edges
    arterial = (replace(edges[0], road_class=RoadClass.ARTERIAL), *edges[1:])
    # the street's red lines meet the south edge at 192 and 208 m
    at = [Point(edges[0].line.interpolate(run)) for run in (150.0, 250.0, 300.0)]
    assert [is_off_crossings(_board(stages, edges=arterial), place) for place in at] == [False, False, True]
