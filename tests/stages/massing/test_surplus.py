"""Slabs that an ask does not need."""

from dataclasses import replace

from layoutgen.stages.massing.lattice_fill import without_surplus
from layoutgen.stages.massing.rows_of_slabs import RowPlan, SlabPlan

UNIT = (100.0, 100.0)


def row(north_m: float, wests: tuple[float, ...], *, units: int = 2) -> RowPlan:
    # Two units of 200 m2 on 12.5 m are 32 m long; six storeys are 2 400 m2.
    slabs = tuple(SlabPlan(west_m=west, units=(UNIT,) * units, storeys=6) for west in wests)
    return RowPlan(cell="C1", block="K1", azimuth_deg=0.0, north_m=north_m, depth_m=12.5, slabs=slabs)


def test_the_slab_in_the_middle_goes_and_leaves_a_court():
    rows = tuple(row(north, (0.0, 40.0, 80.0)) for north in (100.0, 60.0, 20.0))
    # nine slabs of 2 400 m2; 19 300 m2 need a little more than eight
    assert without_surplus(rows, 19300.0) == rows
    kept = without_surplus(rows, 19200.0)
    assert [[slab.west_m for slab in line.slabs] for line in kept] == [[0.0, 40.0, 80.0], [0.0, 80.0], [0.0, 40.0, 80.0]]


def test_a_line_of_two_keeps_both():
    rows = tuple(row(north, (0.0, 40.0)) for north in (100.0, 60.0, 20.0))
    assert without_surplus(rows, 9600.0) == rows


def test_a_short_slab_goes_first():
    short = SlabPlan(west_m=120.0, units=(UNIT,) * 2, storeys=6)
    whole = row(100.0, (0.0, 60.0, 120.0), units=3)
    broken = replace(whole, north_m=60.0, slabs=(*whole.slabs[:2], short))
    # three units are 3 600 m2, the short one 2 400: 20 400 - 2 400
    kept = without_surplus((whole, broken), 18000.0)
    assert [len(line.slabs) for line in kept] == [3, 2]
    assert short not in kept[1].slabs
