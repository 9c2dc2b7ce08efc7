"""Units come to the brief's mix."""

from collections import Counter

import pytest

from layoutgen.model.program import DwellingDemand
from layoutgen.stages.massing.units import next_units, unit_kinds, widest_unit_m


def demand(*rows: tuple[float, int]) -> tuple[DwellingDemand, ...]:
    return tuple(DwellingDemand(name=f"T{area:g}", area_m2=area, count=count) for area, count in rows)


def test_the_small_stand_beside_the_large():
    # 30 % of 90, 40 % of 112, 30 % of 134: each 90 meets a 134 (60 % of the units), each 112 another 112 (40 %)
    kinds = unit_kinds(demand((90, 300), (112, 400), (134, 300)), 2)
    assert {(k.areas_m2, k.share) for k in kinds} == {((90.0, 134.0), 0.6), ((112.0, 112.0), 0.4)}


def test_a_lopsided_mix_pairs_what_is_left_with_itself():
    # 70 % of 60, 30 % of 120: 60 % of the dwellings are in pairs 60 + 120, 40 % in pairs 60 + 60
    kinds = unit_kinds(demand((60, 70), (120, 30)), 2)
    assert {(k.areas_m2, k.share) for k in kinds} == {((60.0, 120.0), 0.6), ((60.0, 60.0), 0.4)}


@pytest.mark.parametrize("per_unit", [1, 2, 3, 4])
def test_units_keep_the_shares_whatever_their_size(per_unit):
    kinds = unit_kinds(demand((90, 300), (112, 400), (134, 300)), per_unit)
    shares: Counter[float] = Counter()
    for kind in kinds:
        for area in kind.areas_m2:
            shares[area] += kind.share / per_unit
    assert shares == pytest.approx({90.0: 0.3, 112.0: 0.4, 134.0: 0.3}, abs=1e-9)


def test_the_kind_that_lags_is_chosen_next():
    kinds = unit_kinds(demand((90, 300), (112, 400), (134, 300)), 2)
    small, even = (90.0, 134.0), (112.0, 112.0)
    # Of ten units six are mixed and four even.
    assert Counter(next_units(kinds, 10, 6, Counter())) == {small: 6, even: 4}
    assert next_units(kinds, 1, 6, Counter({small: 60})) == (even,)


def test_a_unit_is_as_wide_as_its_floor_over_the_depth():
    kinds = unit_kinds(demand((90, 1), (110, 1)), 2)
    assert widest_unit_m(kinds, 12.5) == pytest.approx(16.0)  # 200 / 12.5
