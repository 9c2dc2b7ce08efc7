import pytest
from hypothesis import given
from hypothesis import strategies as some

from layoutgen.stages.division.people import UNEVEN_MAX, relieve, share_people
from layoutgen.standards.community import community_size

SIZE = community_size()  # 5 000 to 12 000


@pytest.mark.parametrize(
    ("people", "areas", "shares"),
    [
        (30_000, (1.0, 1.0, 1.0), (10_000, 10_000, 10_000)),
        (12_001, (1.0, 1.0), (6_001, 6_000)),  # whole persons
        (20_000, (1.03, 0.97), (10_300, 9_700)),  # by land
        (24_000, (1.02, 0.98), (12_000, 12_000)),  # 12 240 is too many: its most, the other takes the rest
    ],
)
def test_people_are_shared_by_land_within_the_size(people, areas, shares) -> None:
    assert share_people(people, areas, SIZE) == shares


@pytest.mark.parametrize(
    ("people", "areas"),
    [
        (9_999, (1.0, 1.0)),  # two have at least 10 000
        (24_001, (1.0, 1.0)),  # and at most 24 000
        (24_000, (1.2, 0.8)),  # 12 000 on 0.8 of land against 12 000 on 1.2: too uneven
    ],
)
def test_what_cannot_be_shared_is_refused(people, areas) -> None:
    assert share_people(people, areas, SIZE) is None


@given(some.integers(12_001, 200_000), some.lists(some.floats(0.5, 2.0), min_size=2, max_size=20))
def test_shares_add_up_stay_in_the_size_and_nearly_follow_the_land(people: int, areas: list[float]) -> None:
    shares = share_people(people, areas, SIZE)
    if shares is not None:
        assert sum(shares) == people
        even = people / sum(areas)
        for share, area in zip(shares, areas, strict=True):
            assert SIZE.population_low <= share <= SIZE.population_high
            assert abs(share - even * area) <= UNEVEN_MAX * even * area + 1.0


def test_what_one_community_does_not_house_goes_where_there_is_room() -> None:
    # 900 over; rooms of 2000, 1000 and none: two thirds and one third
    assert relieve((10_000, 11_000, 12_000, 9_000), 3, 8_100, SIZE) == (10_600, 11_300, 12_000, 8_100)


def test_full_communities_take_nobody_over() -> None:
    assert relieve((12_000, 12_000), 1, 11_000, SIZE) is None


def test_no_community_is_relieved_below_its_least_size() -> None:
    assert relieve((5_500, 5_500), 1, 4_900, SIZE) is None
