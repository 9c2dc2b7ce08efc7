import pytest
import shapely

from layoutgen.inputs.templates import load_choices
from layoutgen.model.stages import Cell
from layoutgen.stages.allocation.notches import draw_back

LANES = load_choices("default").lanes  # verge 2 + loop 6 + 5 to the wall: a band of 13 m
CELL = Cell(id="C1", outline=shapely.box(0.0, 0.0, 100.0, 100.0), block="K1")


def test_a_pond_at_the_edge_is_cut_out_to_the_edge():
    # 20 m wide, its far side 10 m from the north edge: 100 x 100 - 20 x 10
    (cell,) = draw_back((CELL,), (shapely.box(40.0, 90.0, 60.0, 95.0),), LANES)
    assert cell.outline.area == pytest.approx(9800.0)
    assert not cell.outline.interiors


def test_a_pond_deep_inside_or_outside_leaves_the_cell_as_it_is():
    deep, outside = shapely.box(40.0, 40.0, 60.0, 60.0), shapely.box(200.0, 0.0, 220.0, 20.0)
    assert draw_back((CELL,), (deep, outside), LANES) == (CELL,)
