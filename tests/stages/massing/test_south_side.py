"""Ground that the loop leaves to the last row at the south of a cell."""

import pytest
from shapely.geometry import LineString, box

from layoutgen.inputs.templates import load_choices
from layoutgen.model.kinds import RoadClass
from layoutgen.model.site import Edge, Site
from layoutgen.stages.massing.south_side import south_strip

CHOICES = load_choices()
CELL = box(0, 0, 160, 170)


def _edge(name: str, ring: tuple[tuple[float, float], ...], road: RoadClass) -> Edge:
    return Edge(id=name, line=LineString(ring), road_class=road, setback_m=None, allows_gate=road is not RoadClass.NONE)


def _site(*roads: RoadClass) -> Site:
    corners = ((0, 0), (160, 0), (160, 170), (0, 170), (0, 0))
    edges = tuple(_edge(f"E{n}", (corners[n], corners[n + 1]), road) for n, road in enumerate(roads))
    return Site(boundary=CELL, edges=edges)


def test_the_strip_lies_between_the_side_legs() -> None:
    # 160 - 2 x 13 wide, 13 + 10 deep
    strip = south_strip(CELL, 0.0, 13.0, _site(*[RoadClass.LOCAL] * 4), CHOICES)
    assert strip.bounds == pytest.approx((13.0, 0.0, 147.0, 23.0))


def test_a_cell_with_its_only_road_in_the_south_keeps_its_loop() -> None:
    roads = (RoadClass.LOCAL, RoadClass.NONE, RoadClass.NONE, RoadClass.NONE)
    assert south_strip(CELL, 0.0, 13.0, _site(*roads), CHOICES).is_empty


def test_a_shallow_cell_keeps_its_loop() -> None:
    assert south_strip(box(0, 0, 160, 50), 0.0, 13.0, _site(), CHOICES).is_empty
