"""Lifts by the storey of the top entry: one from the fourth or above 9 m, two from the twelfth or above 33 m."""

import pytest

from layoutgen.standards.clause import Standard
from layoutgen.standards.lifts import lifts_needed, top_entry_m
from layoutgen.standards.load import load_standard


@pytest.mark.parametrize(("storeys", "lifts"), [(1, 0), (3, 0), (4, 1), (11, 1), (12, 2), (26, 2)])
def test_storeys_of_three_metres_need_their_lifts(storeys: int, lifts: int) -> None:
    assert lifts_needed(load_standard(["buildings"]), storeys, 3.0 * storeys) == lifts


def test_a_top_entry_exactly_nine_metres_up_is_not_above_nine() -> None:
    assert top_entry_m(3, 13.5) == pytest.approx(9.0)  # two storeys of 4.5 m below it
    assert lifts_needed(load_standard(["buildings"]), 3, 13.5) == 0
    assert lifts_needed(load_standard(["buildings"]), 3, 13.8) == 1


def test_without_the_clauses_no_lift_is_asked() -> None:
    assert lifts_needed(Standard(packs=()), 26, 78.0) == 0
