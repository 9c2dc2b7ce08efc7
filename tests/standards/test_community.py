import pytest

from layoutgen.standards.community import community_size, divide_people


# ceil(people / 12 000) parts: 30 000 / 3 = 10 000; 60 000 / 5 = 12 000; 12 001 = 6 001 + 6 000; 50 000 / 5 = 10 000;
# 25 000 / 3 = 8 333 and one over.
@pytest.mark.parametrize(
    ("people", "parts"),
    [
        (1, (1,)),
        (5000, (5000,)),
        (12000, (12000,)),
        (12001, (6001, 6000)),
        (25000, (8334, 8333, 8333)),
        (30000, (10000,) * 3),
        (50000, (10000,) * 5),
        (60000, (12000,) * 5),
    ],
)
def test_people_divide_into_as_few_and_even_communities_as_hold_them(people, parts):
    assert divide_people(people) == parts


def test_no_part_of_a_division_leaves_the_size_of_one_community():
    size = community_size()
    for people in range(size.population_high + 1, 200_000, 997):
        parts = divide_people(people)
        assert sum(parts) == people
        assert size.population_low <= min(parts) <= max(parts) <= size.population_high
