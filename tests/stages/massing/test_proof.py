"""The last look at what stands."""

from shapely.geometry import box

from layoutgen.inputs.templates import load_choices
from layoutgen.stages.massing.proof import apart
from layoutgen.stages.massing.rows_of_slabs import RowPlan, SlabPlan

CHOICES = load_choices()
EVEN = (100.0, 100.0)


def row(north: float, west: float, units: int, storeys: int = 11) -> RowPlan:
    """One slab of 16 m units, 12.5 m deep."""
    slabs = (SlabPlan(west_m=west, units=(EVEN,) * units, storeys=storeys),)
    return RowPlan(cell="C1", block="K1", azimuth_deg=0.0, north_m=north, depth_m=12.5, slabs=slabs)


def test_of_two_high_slabs_too_near_the_smaller_goes():
    # 11 storeys are 33 m: 13 m are asked. The first ends at 48; 60 is 12 m off, 61 is 13.
    assert apart((row(50, 0, 3), row(50, 60, 2)), (), CHOICES) == (row(50, 0, 3),)
    assert len(apart((row(50, 0, 3), row(50, 61, 2)), (), CHOICES)) == 2


def test_low_slabs_may_stand_nearer_than_high_ones():
    # 6 storeys beside 6: 6 m; beside 11: 9 m.
    assert len(apart((row(50, 0, 3, 6), row(50, 54, 2, 6)), (), CHOICES)) == 2
    assert len(apart((row(50, 0, 3, 6), row(50, 54, 2, 11)), (), CHOICES)) == 1


def test_what_stands_already_stays():
    # 8 m east of the slab's gable at 48; a high-rise asks 9 m of a lower building.
    assert apart((row(50, 0, 3),), ((box(56, 30, 80, 50), False),), CHOICES) == ()
    assert len(apart((row(50, 0, 3),), ((box(57, 30, 80, 50), False),), CHOICES)) == 1
