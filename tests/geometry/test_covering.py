import numpy as np
import pytest

from layoutgen.geometry.covering import best_share

# Four doors in a line of places; each place reaches the doors named. Dwellings 4, 3, 2, 1: ten in all.
WITHIN = np.array(
    [
        [True, False, False],
        [True, True, False],
        [False, True, True],
        [False, False, True],
    ]
)
DWELLINGS = np.array([4.0, 3.0, 2.0, 1.0])


def test_one_place_is_put_where_most_dwellings_are() -> None:
    assert best_share(WITHIN, DWELLINGS, 1) == 0.7  # 4 + 3 of 10, against 5 and 3


def test_two_places_are_chosen_together() -> None:
    assert best_share(WITHIN, DWELLINGS, 2) == 1.0  # the first and the last reach all


def test_a_third_place_takes_what_is_left() -> None:
    within = np.eye(4, dtype=np.bool_)
    assert best_share(within, DWELLINGS, 3) == pytest.approx(0.9)  # 4 + 3 + 2


def test_a_choice_too_wide_for_pairs_is_made_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("layoutgen.geometry.covering.MOST_PAIRED", 2)
    assert best_share(WITHIN, DWELLINGS, 2) == 1.0  # first the one with 7, then the one that has the other 3
