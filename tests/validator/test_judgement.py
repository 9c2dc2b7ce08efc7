from dataclasses import replace

from layoutgen.model.plan import Plan
from layoutgen.validator.judgement import judging, once, once_each
from tests.validator.plan_from_case import plan_from_case


def test_what_rules_share_is_made_once_a_judgement() -> None:
    made: list[Plan] = []
    share = once(lambda plan: made.append(plan) or len(made))
    plan = plan_from_case({})
    with judging(plan):
        assert [share(plan), share(plan)] == [1, 1]


def test_another_plan_is_never_told_by_this_one_however_alike() -> None:
    made: list[Plan] = []
    share = once(lambda plan: made.append(plan) or len(made))
    plan = plan_from_case({})
    with judging(plan):
        share(plan)
        assert share(replace(plan)) == 2


def test_nothing_is_kept_beyond_a_judgement() -> None:
    made: list[Plan] = []
    share = once(lambda plan: made.append(plan) or len(made))
    plan = plan_from_case({})
    with judging(plan):
        share(plan)
    with judging(plan):
        assert share(plan) == 2
    assert share(plan) == 3


def test_of_each_thing_asked_about_one_answer_is_kept() -> None:
    made: list[float] = []
    share = once_each(lambda plan, width: made.append(width) or len(made))
    plan = plan_from_case({})
    with judging(plan):
        assert [share(plan, 3.0), share(plan, 4.0), share(plan, 3.0)] == [1, 2, 1]
    assert share(plan, 3.0) == 3
