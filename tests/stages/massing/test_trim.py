"""Surplus taken off again."""

from dataclasses import replace

from layoutgen.stages.massing.block_plan import cut_to_cap
from layoutgen.stages.massing.rows_of_slabs import RowPlan, SlabPlan
from layoutgen.stages.massing.trim import rebalanced, trimmed
from layoutgen.stages.massing.units import UnitKind

EVEN = (100.0, 100.0)


def row(north: float, slabs: int, units: int, storeys: int, block: str = "K1") -> RowPlan:
    """Slabs of 16 m units, 10 m apart."""
    plans = tuple(SlabPlan(west_m=n * (units * 16.0 + 10.0), units=(EVEN,) * units, storeys=storeys) for n in range(slabs))
    return RowPlan(cell="C1", block=block, azimuth_deg=0.0, north_m=north, depth_m=12.5, slabs=plans)


def dwellings(rows):
    return sum(r.dwellings for r in rows)


def test_the_households_are_met_by_lower_southern_rows():
    # Two rows of 2 slabs x 2 units x 2 dwellings = 8 a storey: 2 x 8 x 11 = 176. 160 households are two storeys less.
    rows = trimmed((row(100, 2, 2, 11), row(50, 2, 2, 11)), 160, {"K1": 10})
    assert dwellings(rows) == 160
    assert [slab.storeys for r in rows for slab in r.slabs] == [10, 10, 10, 10]


def test_the_last_dwellings_come_off_single_slabs():
    # 176 - 172 = 4: one storey of one slab
    rows = trimmed((row(100, 2, 2, 11), row(50, 2, 2, 11)), 172, {"K1": 10})
    assert dwellings(rows) == 172
    assert sorted(slab.storeys for r in rows for slab in r.slabs) == [10, 11, 11, 11]


def test_whole_slabs_go_where_storeys_may_not():
    # The class begins at 11: of 176, 44 a slab, 100 households leave three slabs (132).
    rows = trimmed((row(100, 2, 2, 11), row(50, 2, 2, 11)), 100, {"K1": 11})
    assert dwellings(rows) == 132
    assert [len(r.slabs) for r in rows] == [2, 1]


def test_units_go_before_a_surplus_stays():
    # One slab of 4 units x 2 x 11 = 88; 50 households need 3 units (66).
    assert dwellings(trimmed((row(100, 1, 4, 11),), 50, {"K1": 11})) == 66


def test_nothing_is_taken_where_homes_are_short():
    rows = (row(100, 2, 2, 11),)
    assert trimmed(rows, 500, {"K1": 10}) == rows


def test_a_cap_takes_slabs_from_the_last_row():
    # 2 x 2 units x 200 m2 x 6 = 4800 a row
    kept = cut_to_cap((row(100, 2, 2, 6), row(50, 2, 2, 6)), 8000.0)
    assert [r.gfa_m2 for r in kept] == [4800.0, 2400.0]


def test_a_cut_never_leaves_the_class_whose_cap_it_keeps():
    # 4 units x 200 m2 x 19 = 15 200. 15 000 are one storey less, but at 18 another cap holds: a unit goes, 11 400 are left.
    assert [r.gfa_m2 for r in cut_to_cap((row(100, 1, 4, 19),), 15_000.0)] == [14_400.0]
    assert [r.gfa_m2 for r in cut_to_cap((row(100, 1, 4, 19),), 15_000.0, 19)] == [11_400.0]


def test_units_of_equal_width_are_dealt_anew_by_storeys():
    kinds = (UnitKind(areas_m2=(80.0, 120.0), share=0.5), UnitKind(areas_m2=EVEN, share=0.5))
    rows = rebalanced((row(100, 2, 2, 6), row(50, 2, 2, 6)), kinds)
    units = [unit for r in rows for slab in r.slabs for unit in slab.units]
    assert units.count(EVEN) == units.count((80.0, 120.0)) == 4


def test_a_cap_shortens_a_slab_before_it_goes():
    # One slab of 4 units is 4800; 3 units are 3600
    assert [r.gfa_m2 for r in cut_to_cap((row(100, 1, 4, 6),), 3700.0)] == [3600.0]


def test_rows_on_one_line_are_lowered_together():
    # Two rows side by side, one slab of 2 units each: 4 dwellings a storey, 2 x 4 x 11 = 88. 80: one storey off both.
    west, east = row(100, 1, 2, 11), replace(row(100, 2, 2, 11), slabs=row(100, 2, 2, 11).slabs[1:])
    assert [slab.storeys for r in trimmed((west, east), 80, {"K1": 9}) for slab in r.slabs] == [10, 10]
    # 72: two storeys off both, not four off one
    assert [slab.storeys for r in trimmed((west, east), 72, {"K1": 9}) for slab in r.slabs] == [9, 9]
