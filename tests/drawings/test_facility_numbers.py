"""Numbers of facilities in few characters."""

from layoutgen.drawings.facility_numbers import numbered, numbers_of, runs_of


def test_three_numbers_or_more_that_follow_each_other_are_a_run():
    assert runs_of([7, 3, 8, 5, 6, 11, 12]) == ["3", "5–8", "11", "12"]


def test_what_is_no_facility_of_the_plan_has_a_dash(plan):
    first = numbered(plan)[0][1]
    assert numbers_of(plan, (first.id, "elsewhere")) == "1"
    assert numbers_of(plan, ("elsewhere",)) == "—"
