"""The kindergarten's gate and the places where people wait for children."""

from dataclasses import replace

import numpy as np
import pytest
from shapely.geometry import LineString, Point

from layoutgen.model.kinds import FacilityKind, GroundKind, RoadClass, SpotKind
from layoutgen.model.plan import tag
from layoutgen.model.stages import Allocation, Commission, Grounds, Massing, Structure
from layoutgen.stages.grounds.lay import lay_grounds
from layoutgen.standards.load import load_standard

Stages = tuple[Commission, Structure, Allocation, Massing]
REACH_M = 12.0  # of the clauses on places to wait


def _laid(stages: Stages, south: RoadClass) -> Grounds:
    """Grounds of the site by hand where its south edge is a road of a class; a street runs west of the kindergarten."""
    commission, structure, allocation, massing = stages
    edges = tuple(replace(edge, road_class=south) if edge.id == "E1" else edge for edge in commission.site.edges)
    commission = replace(commission, site=replace(commission.site, edges=edges))
    return lay_grounds(commission, structure, allocation, massing, load_standard(["crc-2020"]), np.random.default_rng(0))


def _gates(grounds: Grounds) -> list[Point]:
    return [s.point for s in grounds.spots if s.kind is SpotKind.PEDESTRIAN_GATE and s.of == "L-kindergarten-1"]


@pytest.mark.parametrize("south", [RoadClass.LOCAL, RoadClass.ARTERIAL])
def test_the_gate_never_opens_on_an_arterial_where_a_street_passes_too(stages: Stages, south: RoadClass) -> None:
    edge: LineString = next(edge.line for edge in stages[0].site.edges if edge.id == "E1")
    gates = _gates(_laid(stages, south))
    assert len(gates) == 1
    assert south is RoadClass.LOCAL or gates[0].distance(edge) > 1.0


def test_there_is_a_place_to_wait_at_the_gate_and_at_the_nurserys_door(stages: Stages, grounds: Grounds) -> None:
    waiting = [g.outline for g in grounds.grounds if g.kind is GroundKind.PAVED and tag(g.tags, "use") == "waiting"]
    nurseries = [f.id for f in stages[3].facilities if f.kind is FacilityKind.NURSERY]
    doors = [door.point for door in stages[3].doors if door.of in nurseries]
    for place in (*_gates(grounds), *doors):
        assert min(outline.distance(place) for outline in waiting) <= REACH_M
