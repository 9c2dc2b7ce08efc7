"""Numbers run as they are read on the drawing."""

from shapely.geometry import box

from layoutgen.model.stages import Cell
from layoutgen.stages.massing.reading_order import in_reading_order
from layoutgen.stages.massing.rows_of_slabs import RowPlan, SlabPlan

CELLS = (Cell(id="C1", outline=box(0, 0, 100, 100), block="K1"), Cell(id="C2", outline=box(110, -8, 210, 92), block="K1"))


def row(west_m: float, north_m: float, *, cell: str = "C1", azimuth_deg: float = 0.0) -> RowPlan:
    slab = SlabPlan(west_m=west_m, units=((100.0, 100.0),) * 2, storeys=6)
    return RowPlan(cell=cell, block="K1", azimuth_deg=azimuth_deg, north_m=north_m, depth_m=12.5, slabs=(slab,))


def test_lines_are_read_from_the_north_and_each_from_the_west():
    rows = (row(50.0, 40.0), row(10.0, 90.0), row(60.0, 88.0), row(5.0, 40.0))
    # 88 m is nearer to 90 than half of 12.5 m: one line
    assert in_reading_order(rows, CELLS) == (rows[1], rows[2], rows[3], rows[0])


def test_one_group_is_read_to_its_end_before_the_next():
    rows = (row(120.0, 80.0, cell="C2"), row(10.0, 90.0), row(10.0, 30.0))
    # the second cell begins only 8 m further south: they lie side by side, the western one comes first
    assert in_reading_order(rows, CELLS) == (rows[1], rows[2], rows[0])


def test_a_slab_that_closes_a_court_is_read_by_where_it_stands():
    # Turned by a right angle: x to the north, y to the west. From x = 20 it stands 20…52 m north, 88…100 m east.
    side = row(20.0, -88.0, azimuth_deg=90.0)
    rows = (side, row(10.0, 30.0), row(10.0, 90.0))
    assert in_reading_order(rows, CELLS) == (rows[2], side, rows[1])
