"""The sun told window by window: by hand, and as the judge finds it.

Xi'an, great cold day, 8 to 16 h of true solar time. A thin wall 99.9 m long and 100 m high stands on the meridian before the
south facade: its shade lies west of it until noon and east of it after, and the sun, never above 35.6 degrees, does not look
over it (99.9 x tan 35.6 = 71.5 m).
"""

import pytest

from layoutgen.indicators.sun import keeps_its_sun, sun_study, worst_of
from layoutgen.model.plan import Plan
from layoutgen.standards.load import load_standard
from layoutgen.sunlight.periods import lit_hours
from layoutgen.validator.rules import sun_dwelling_hours, sun_neighbour_hours
from tests.validator.plan_from_case import plan_from_case

LAW = load_standard(["sunlight"])
FEW_MINUTES_H = 0.1


def _plan() -> Plan:
    return plan_from_case(
        {
            "building": [
                {"id": "B1", "box": [100, 100, 120, 112], "storeys": 1, "dwellings": 2, "shading_height": 4.0},
                {"id": "B2", "use": "shops", "box": [105.8, 0, 106.0, 99.9], "storeys": 1, "shading_height": 100.0},
            ],
            "window": [
                {"building": "B1", "dwelling": "1", "at": [103.0, 100, 104.8, 100], "sill": 1.2},
                {"building": "B1", "dwelling": "2", "at": [107.0, 100, 108.8, 100], "sill": 1.2},
            ],
            "context": [{"id": "N1", "box": [60, 130, 90, 142], "height": 12.0, "protected": True}],
        }
    )


def test_a_window_west_of_the_wall_has_the_afternoon_and_one_east_of_it_the_morning() -> None:
    homes = sun_study(_plan(), LAW).homes
    assert homes is not None
    west, east = homes.windows
    assert west.periods[0] == pytest.approx((12.0, 16.0), abs=FEW_MINUTES_H)
    assert east.periods[0] == pytest.approx((8.0, 12.0), abs=FEW_MINUTES_H)
    assert worst_of(homes.windows).hours == min(west.hours, east.hours)


def test_what_is_told_of_a_dwelling_is_what_is_judged() -> None:
    homes = sun_study(_plan(), LAW).homes
    assert homes is not None
    findings = sun_dwelling_hours.check(_plan(), LAW.clause(homes.clause))
    judged = {finding.subjects: finding.measured for finding in findings}
    assert {(window.building, window.dwelling): window.hours for window in homes.windows} == pytest.approx(judged)


def test_a_neighbour_loses_what_the_wall_takes_and_keeps_what_the_standard_asks() -> None:
    neighbours = sun_study(_plan(), LAW).neighbours
    assert neighbours is not None
    for window in neighbours.neighbours:
        assert lit_hours(window.before) == pytest.approx(8.0, abs=FEW_MINUTES_H)
        assert keeps_its_sun(window, neighbours)
    (finding,) = sun_neighbour_hours.check(_plan(), LAW.clause(neighbours.clause))
    assert min(lit_hours(window.after) for window in neighbours.neighbours) == pytest.approx(finding.measured)
    assert finding.measured < 8.0


def test_a_plan_without_homes_or_law_has_no_study() -> None:
    empty = plan_from_case({})
    study = sun_study(empty, LAW)
    assert (study.homes, study.rooms, study.neighbours) == (None, None, None)
    assert sun_study(_plan(), load_standard(["drawing"])).homes is None
