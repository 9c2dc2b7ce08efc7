import numpy as np
import pytest

from layoutgen.standards.indicators import indicator_of
from layoutgen.validator.reach_shares import best_share, reach_shares
from tests.validator.plan_from_case import plan_from_case

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


def test_shares_count_dwellings_not_doors() -> None:
    # shop door (300, 50); doors at (100, 50) with 30 dwellings, 200 m off, and (950, 50) with 10, 650 m off
    plan = plan_from_case(
        {
            "boundary": [0, 0, 1000, 100],
            "building": [
                {"box": [90, 50, 110, 62], "dwellings": 30},
                {"box": [940, 50, 960, 62], "dwellings": 10},
            ],
            "facility": [{"id": "F1", "kind": "supermarket", "box": [290, 50, 310, 62]}],
            "spot": [
                {"id": "D1", "at": [100, 50], "of": "B1"},
                {"id": "D2", "at": [950, 50], "of": "B2"},
                {"id": "D3", "at": [300, 50], "of": "F1"},
            ],
        }
    )
    shares = dict(reach_shares(plan))
    assert shares["reach.supermarket.straight_500"] == 0.75
    assert shares["reach.kindergarten.straight_300"] == 0.0
    assert all(indicator_of(name) is not None for name in shares)
