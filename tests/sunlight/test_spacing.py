"""The spacing of endless rows against hand sums of the sun's place."""

from math import cos, degrees, radians, sin, tan

import pytest

from layoutgen.standards.sun_standard import SunStandard
from layoutgen.sunlight.spacing import spacing_coefficient

GREAT_COLD = SunStandard(day="great_cold", declination_deg=-20.149, hours=2.0, start_h=8.0, end_h=16.0, least_piece_min=5.0)
XIAN = 34.3


def sun_at(hours_from_noon: float) -> tuple[float, float, float]:
    """South, west and up of the sun in Xi'an on the great cold day."""
    f, d, h = radians(XIAN), radians(-20.149), radians(15.0 * hours_from_noon)
    return cos(d) * sin(f) * cos(h) - sin(d) * cos(f), cos(d) * sin(h), sin(d) * sin(f) + cos(d) * cos(f) * cos(h)


def test_rows_due_east_are_lit_from_an_hour_before_noon_to_an_hour_after():
    south, _, up = sun_at(1.0)
    assert spacing_coefficient(GREAT_COLD, XIAN) == pytest.approx(south / up, abs=0.001)


def test_the_noon_rule_is_the_limit_of_no_time_at_all():
    # 90 - 34.3 - 20.149 = 35.55 degrees above the horizon at noon
    moment = SunStandard(day="great_cold", declination_deg=-20.149, hours=0.01, start_h=8.0, end_h=16.0, least_piece_min=0.0)
    assert spacing_coefficient(moment, XIAN) == pytest.approx(1.0 / tan(radians(35.551)), abs=0.001)


def test_turned_rows_either_way_need_the_same_and_less():
    east, west = (spacing_coefficient(GREAT_COLD, XIAN, turn) for turn in (20.0, -20.0))
    assert east == pytest.approx(west, abs=0.002)
    assert east < spacing_coefficient(GREAT_COLD, XIAN)


def test_walls_turned_by_thirty_degrees_are_lit_last_by_the_sun_that_passes_along_them():
    # The sun leaves a wall turned by 30 degrees when its azimuth is 60: in the last two hours before that it is lit
    # nearer than at any other time. Where the wall's own plane is passed, and two hours before:
    hours = next(n / 3600.0 for n in range(14400) if degrees_across(n / 3600.0) <= 0.0 or n == 14399)
    south, west, up = sun_at(hours - 2.0)
    across = south * cos(radians(30.0)) - west * sin(radians(30.0))
    assert spacing_coefficient(GREAT_COLD, XIAN, 30.0) == pytest.approx(across / up, abs=0.01)


def degrees_across(hours: float) -> float:
    """Part of the sun's direction across a wall turned by 30 degrees."""
    south, west, _ = sun_at(hours)
    return degrees(south * cos(radians(30.0)) - west * sin(radians(30.0)))
