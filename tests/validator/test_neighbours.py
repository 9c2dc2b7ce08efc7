"""What the report says of neighbours: the hours that each keeps, beside what it had."""

import pytest

from layoutgen.standards.load import load_standard
from layoutgen.validator.check import check_plan
from tests.validator.plan_from_case import plan_from_case

LINE = {"id": "V1", "at": [0, 100, 60, 100]}
TOWER = {"box": [-3000, 60, 3000, 72.1], "storeys": 6, "shading_height": 21.2}  # its noon shadow reaches the line: no sun


@pytest.mark.parametrize(("buildings", "hours"), [([], 8.0), ([TOWER], 0.0)], ids=["open", "shaded all day"])
def test_the_hours_of_every_line_stand_in_the_report(buildings, hours):
    plan = plan_from_case({"window_line": [LINE], "building": buildings})
    report = check_plan(plan, load_standard(["sunlight"]))
    indicators = dict(report.indicators)
    assert (indicators["neighbour_hours.V1"], indicators["neighbour_hours_least"]) == pytest.approx((hours, hours))
    worst = next(o for o in report.outcomes if o.clause == "SUN-4.0.9.neighbours").findings[0]
    # 60 m hold ten windows 6 m apart; the band of 8 hours is theirs as long as nothing of the plan stands.
    assert worst.note == "worst of 10 windows; 8.00 h without the plan's buildings"


def test_without_neighbours_nothing_is_said_of_them():
    report = check_plan(plan_from_case({}), load_standard(["sunlight"]))
    assert not any("neighbour" in name for name, _ in report.indicators)
