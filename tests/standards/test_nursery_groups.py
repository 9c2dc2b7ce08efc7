"""A nursery's groups hold every child and none is larger than its age allows."""

import pytest

from layoutgen.standards.clause import Standard
from layoutgen.standards.load import load_standard
from layoutgen.standards.nursery_groups import nursery_groups

SIZES = {"infant": 10, "toddler": 15, "older": 20, "mixed": 18}


def test_twenty_three_children_are_one_group_of_each_age() -> None:
    # 23 x 20/45 = 10.2, 23 x 15/45 = 7.7, 23 x 10/45 = 5.1: the largest remainder, the toddlers', is rounded up
    assert nursery_groups(load_standard(["kindergarten"]), 23) == (("older", 10), ("toddler", 8), ("infant", 5))


def test_forty_five_children_fill_one_group_of_each_age() -> None:
    assert nursery_groups(load_standard(["kindergarten"]), 45) == (("older", 20), ("toddler", 15), ("infant", 10))


def test_the_fifty_four_places_of_12000_people_are_three_mixed_groups() -> None:
    assert nursery_groups(load_standard(["kindergarten"]), 54) == (("mixed", 18), ("mixed", 18), ("mixed", 18))


@pytest.mark.parametrize("children", range(1, 120))
def test_every_child_has_a_group_and_no_group_is_too_large(children: int) -> None:
    groups = nursery_groups(load_standard(["kindergarten"]), children)
    assert sum(count for _, count in groups) == children
    assert all(0 < count <= SIZES[age] for age, count in groups)


def test_without_the_clause_nothing_is_said_of_groups() -> None:
    assert nursery_groups(Standard(packs=()), 30) == ()
