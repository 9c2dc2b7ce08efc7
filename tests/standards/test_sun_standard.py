"""The sunlight standard of places, against table 4.0.9 of GB 50180-2018 row by row."""

import pytest

from layoutgen.errors import InputError
from layoutgen.model.brief import Place
from layoutgen.standards.load import load_standard
from layoutgen.standards.sun_standard import dwelling_sun, playroom_sun

COLD = ("great_cold", -20.149, 8.0, 16.0)
SOLSTICE = ("winter_solstice", -23.44, 9.0, 15.0)
TABLE = [
    *((zone, True, 2.0, COLD) for zone in ("I", "II", "III", "VII")),
    *((zone, False, 3.0, COLD) for zone in ("I", "II", "III", "VII")),
    ("IV", True, 3.0, COLD),
    ("IV", False, 1.0, SOLSTICE),
    *((zone, large, 1.0, SOLSTICE) for zone in ("V", "VI") for large in (True, False)),
]


def place(zone: str, is_large: bool) -> Place:
    return Place(city="", latitude_deg=34.0, climate_zone=zone, is_large_city=is_large)


@pytest.mark.parametrize(("zone", "is_large", "hours", "day"), TABLE)
def test_a_dwelling_has_the_sun_of_the_table(zone, is_large, hours, day):
    sun = dwelling_sun(load_standard(["sunlight"]), place(zone, is_large))
    assert (sun.day, sun.declination_deg, sun.start_h, sun.end_h) == day
    assert sun.hours == hours


@pytest.mark.parametrize(("zone", "is_large", "hours", "day"), TABLE)
def test_exactly_one_clause_speaks_for_each_place(zone, is_large, hours, day):
    clauses = [c for c in load_standard(["sunlight"]).clauses if c.measure == "sun.dwelling_hours"]
    rows = [c.row(zone=zone, large="yes" if is_large else "no") for c in clauses]
    assert [row.low for row in rows if row is not None] == [hours]


def test_a_playroom_has_three_hours_on_the_winter_solstice():
    sun = playroom_sun(load_standard(["sunlight"]), place("II", True))
    assert (sun.day, sun.declination_deg, sun.start_h, sun.end_h) == SOLSTICE
    assert (sun.hours, sun.minutes) == (3.0, 180.0)


def test_every_dwelling_figure_decides():
    clauses = [c for c in load_standard(["sunlight"]).clauses if c.measure == "sun.dwelling_hours"]
    assert all(clause.decides for clause in clauses)


def test_without_a_sunlight_pack_there_is_an_error_that_says_so():
    with pytest.raises(InputError, match=r"sun\.dwelling_hours"):
        dwelling_sun(load_standard(["fire"]), place("II", True))
