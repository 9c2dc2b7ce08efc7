"""The law speaks of full-window sun (figures F-56): a window is lit while both its lower corners are, not while one is.

Xi'an, great cold day, band 8 to 16 h of true solar time. A thin wall stands on the meridian before the south façade, 99.9 m
long and 100 m high: its shade lies west of it in the morning and east of it in the afternoon, and the sun, never above
35.6 degrees, does not look over it (99.9 x tan 35.6 = 71.5 m). East of its middle lies half of the window, west of it the other
half: one corner is lit from noon on, the other until noon, four hours each, and never both for five minutes at once.
"""

import numpy as np
import pytest

from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding
from layoutgen.standards.load import load_standard
from layoutgen.standards.sun_standard import sun_of_clause
from layoutgen.sunlight.hours import lit_intervals
from layoutgen.sunlight.windows import scene_of
from layoutgen.validator.rules.sun_dwelling_hours import check
from tests.validator.plan_from_case import plan_from_case

CLAUSE = load_standard(["sunlight"]).clause("SUN-4.0.9")
FIN_X = 105.9  # middle of the wall
FEW_MINUTES_H = 0.1


def _plan(west: float, east: float) -> Plan:
    return plan_from_case(
        {
            "building": [
                {"id": "B1", "box": [100, 100, 120, 112], "storeys": 1, "dwellings": 1, "shading_height": 4.0},
                {"id": "B2", "use": "shops", "box": [105.8, 0, 106.0, 99.9], "storeys": 1, "shading_height": 100.0},
            ],
            "window": [{"building": "B1", "dwelling": "1", "at": [west, 100, east, 100], "sill": 1.2}],
        }
    )


def _hours(plan: Plan) -> float:
    (finding,) = [one for one in check(plan, CLAUSE) if isinstance(one, Finding)]
    assert isinstance(finding.measured, float)
    return finding.measured


def _corner_hours(plan: Plan, x: float) -> float:
    sun = sun_of_clause(CLAUSE, 2.0)
    point, south = np.array([[x, 99.97]]), np.array([[0.0, -1.0]])
    (lit,) = lit_intervals(point, np.array([1.2]), south, scene_of(plan), sun, plan.facts.place.latitude_deg)
    return sum(end - start for start, end in lit)


def test_each_corner_by_itself_has_four_hours() -> None:
    plan = _plan(105.0, 106.8)
    for x in (105.0, 106.8):
        assert _corner_hours(plan, x) == pytest.approx(4.0, abs=FEW_MINUTES_H)


def test_a_window_whose_corners_are_lit_by_turns_is_never_lit() -> None:
    assert _hours(_plan(105.0, 106.8)) == 0.0


def test_a_window_beside_the_wall_is_lit_for_half_the_day() -> None:
    assert _hours(_plan(103.0, 104.8)) == pytest.approx(4.0, abs=FEW_MINUTES_H)


def test_of_a_wider_window_its_most_favourable_metre_eighty_counts() -> None:
    wide = _plan(103.8, 108.0)  # the wall stands before its middle; west of it lie 2.0 m, enough for 1.8
    assert _hours(wide) == pytest.approx(4.0, abs=FEW_MINUTES_H)


def test_two_windows_of_one_dwelling_do_not_add_up() -> None:
    plan = plan_from_case(
        {
            "building": [
                {"id": "B1", "box": [100, 100, 120, 112], "storeys": 1, "dwellings": 1, "shading_height": 4.0},
                {"id": "B2", "use": "shops", "box": [105.8, 0, 106.0, 99.9], "storeys": 1, "shading_height": 100.0},
            ],
            "window": [
                {"building": "B1", "dwelling": "1", "at": [103.0, 100, 104.8, 100], "sill": 1.2},
                {"building": "B1", "dwelling": "1", "at": [107.0, 100, 108.8, 100], "sill": 1.2},
            ],
        }
    )
    assert _hours(plan) == pytest.approx(4.0, abs=FEW_MINUTES_H)  # afternoon or morning, not eight hours
