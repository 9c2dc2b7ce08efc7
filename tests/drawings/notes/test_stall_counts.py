"""How many stalls stand together."""

import pytest

from layoutgen.drawings.compose import compose
from layoutgen.drawings.notes.stall_counts import stall_groups


def test_stalls_side_by_side_are_one_group_and_every_stall_counts_once(make_plan):
    # 80 stalls of 2.5 x 5.3 m: 75 in one row of 187.5 m, five in a second row 6 m north of the first, 0.7 m of air between
    groups = stall_groups(make_plan(80))
    assert sorted(count for _, count in groups) == [5, 75]
    row = max(groups, key=lambda group: group[1])[0]
    assert row.area == pytest.approx(187.5 * 5.3)


def test_a_group_says_how_many_it_is_on_its_own_ground(make_plan):
    plan = make_plan(80)
    sheet = compose(plan)
    code = sheet.profile.holding("note.stall").code
    said = {text.text: text for text in sheet.captions if text.layer == code}
    assert set(said) <= {"5个车位", "5", "75个车位", "75"}
    for outline, count in stall_groups(plan):
        for name in (f"{count}个车位", str(count)):
            if name in said:
                x, y = said[name].point
                west, south, east, north = outline.bounds
                assert west <= x <= east
                assert south <= y <= north


def test_a_plan_without_stalls_has_no_groups(make_plan):
    assert stall_groups(make_plan(0)) == []
