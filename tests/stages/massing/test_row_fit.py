"""Slabs in the runs of a row."""

import itertools
from collections import Counter

import pytest
from shapely.geometry import box
from shapely.ops import unary_union

from layoutgen.stages.massing.row_fit import SlabManner, fit_runs, fit_slabs, free_runs, is_slender, unit_counts
from layoutgen.stages.massing.units import UnitKind

# One unit of 200 m2 on 12.5 m of depth is 16 m wide.
KINDS = (UnitKind(areas_m2=(100.0, 100.0), share=1.0),)


def manner(*, length_max: float = 80.0) -> SlabManner:
    return SlabManner(storeys=6, depth_m=12.5, length_max_m=length_max, units_max=4, gap_m=6.0, kinds=KINDS)


@pytest.mark.parametrize(
    ("length", "counts"),
    [
        (31.9, ()),  # one unit of 16 m fits: no slab is so short
        (32.0, (2,)),
        (64.0, (4,)),
        (80.0, (4,)),  # four units are the most of one slab; 2 x 2 + 6 = 70 is four units as well, in more slabs
        (118.0, (4, 3)),  # 7 x 16 + 6
        (134.0, (4, 4)),  # 8 x 16 + 6
        (139.9, (4, 4)),
    ],
)
def test_a_run_takes_most_units_in_fewest_slabs(length, counts):
    assert unit_counts(length, manner()) == counts


def test_no_slab_is_longer_than_allowed():
    assert max(unit_counts(300.0, manner(length_max=50.0))) == 3


def test_runs_lie_between_what_stands_in_the_way():
    ground = unary_union([box(0, 0, 100, 50)]).difference(box(40, 20, 50, 30))
    assert free_runs(((ground, 10.0, 25.0),)) == ((0.0, 40.0), (50.0, 100.0))
    assert free_runs(((ground, 0.0, 15.0),)) == ((0.0, 100.0),)


def test_two_strips_must_both_be_free():
    assert free_runs(((box(0, 0, 100, 50), 0.0, 10.0), (box(30, 0, 90, 50), 10.0, 20.0))) == ((30.0, 90.0),)


def test_slabs_stay_in_their_run_and_gaps_are_kept():
    slabs = fit_slabs((10.0, 150.0), manner(), Counter())
    ends = [(s.west_m, s.west_m + s.floor_m2 / 12.5) for s in slabs]
    assert ends[0][0] >= 10.0
    assert ends[-1][1] <= 150.0
    assert all(b[0] - a[1] >= 6.0 - 1e-9 for a, b in itertools.pairwise(ends))


def test_gables_stand_under_those_of_the_row_before():
    # Four units of 16 m in 80 m: the row before began at 5 m, or ended at 76 m; without one the middle is (80 - 64) / 2.
    assert fit_slabs((0.0, 80.0), manner(), Counter(), [(5.0, 40.0)])[0].west_m == 5.0
    assert fit_slabs((0.0, 80.0), manner(), Counter(), [(50.0, 76.0)])[0].west_m == pytest.approx(76.0 - 64.0)
    assert fit_slabs((0.0, 80.0), manner(), Counter())[0].west_m == pytest.approx(8.0)
    # gables that the slab can only reach outside of the run hold nothing
    assert fit_slabs((0.0, 80.0), manner(), Counter(), [(20.0, 60.0)])[0].west_m == pytest.approx(8.0)


def test_a_row_takes_over_the_gap_of_the_row_before():
    # Two slabs of 64 m in 140 m: the gap may open from 6 to 9 m; the row before stood with 7 m between, from 2 m on.
    slabs = fit_slabs((0.0, 140.0), manner(), Counter(), [(2.0, 66.0), (73.0, 137.0)])
    assert [s.west_m for s in slabs] == pytest.approx([2.0, 73.0])


def test_slabs_of_neighbouring_runs_keep_the_gap_too():
    # Something thin parts the runs at 64…66 m: four units fill the first to its end, so the next begins at 64 + 6 = 70 m.
    runs = fit_runs(((0.0, 64.0), (66.0, 134.0)), manner(), Counter())
    assert [len(slabs) for slabs in runs] == [1, 1]
    assert runs[0][0].west_m + runs[0][0].floor_m2 / 12.5 == pytest.approx(64.0)
    assert runs[1][0].west_m >= 70.0 - 1e-9


def test_a_slab_is_longer_than_deep():
    # 15 m deep: 200 m2 are 13.3 m long, shorter than deep; two units, 26.7 m, are long enough. 12.5 m deep: 16 / 12.5 = 1.28.
    deep = SlabManner(storeys=26, depth_m=15.0, length_max_m=60.0, units_max=4, gap_m=13.0, kinds=KINDS)
    assert deep.fewest_units == 2
    assert unit_counts(20.0, deep) == ()
    assert manner().fewest_units == 2  # 1 x 16 m would be long enough, but no slab has fewer units than two
    assert not is_slender(((100.0, 100.0),), 15.0)
    assert is_slender(((100.0, 100.0),), 12.5)
