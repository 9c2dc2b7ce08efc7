"""What lines of a cell's ground carry, by hand."""

from itertools import pairwise

from shapely.geometry import box

from layoutgen.model.stages import Cell
from layoutgen.stages.massing.cell_ground import CellGround
from layoutgen.stages.massing.line_table import line_table
from layoutgen.stages.massing.row_fit import SlabManner
from layoutgen.stages.massing.units import UnitKind

# Units of 160 m2 are 16 m wide at 10 m deep; slabs of up to 2 units, 32 m, 8 m apart.
MANNER = SlabManner(
    storeys=6, depth_m=10.0, length_max_m=40.0, units_max=2, gap_m=8.0, kinds=(UnitKind(areas_m2=(80.0, 80.0), share=1.0),)
)


def ground(width: float, depth: float) -> CellGround:
    outline = box(-20.0, -20.0, width + 20.0, depth + 20.0)
    cell = Cell(id="C1", outline=outline, block="K1")
    return CellGround(cell=cell, azimuth_deg=0.0, outline=outline, buildable=box(0, 0, width, depth), has_loop=True)


def test_lines_stand_a_gap_apart():
    # 72 m take two slabs: 4 units = 640 m2. Depth 100: rows of 10 with 30 between fill 10 + 40 + 40 = 90, three lines.
    table = line_table(ground(72.0, 100.0), 10.0, 9.0)
    floor_m2, lines = table.most(MANNER, 30.0)
    assert floor_m2 == 3 * 640.0
    ys = [table.ys[k] for k in lines]
    assert all(north - south >= 40.0 for north, south in pairwise(ys))


def test_a_wall_in_the_north_keeps_its_room():
    # A window 10 m north of the ground asks for 57 m: the northern 47 m are closed. 53 m are left: lines of 10 and 40 + 10.
    table = line_table(ground(72.0, 100.0), 10.0, 9.0)
    assert table.most(MANNER, 30.0, [(0.0, 72.0, 110.0, 57.0)])[0] == 2 * 640.0


def test_a_wall_before_half_the_ground_closes_that_half():
    # Over the western 36 m nothing may stand in the northern 50 m: the eastern 36 m take one slab of 2 units there.
    table = line_table(ground(72.0, 50.0), 10.0, 9.0)
    assert table.most(MANNER, 45.0, [(0.0, 36.0, 60.0, 61.0)])[0] == 320.0


def test_ground_too_shallow_carries_nothing():
    assert line_table(ground(72.0, 9.0), 10.0, 9.0).most(MANNER, 30.0) == (0.0, ())
