"""Published drawings: every verdict that a person worked out, against the judge's; a sun of our own by NOAA's formulas."""

import math
from datetime import date

import pytest

from benchmarks.judged_by_hand.__main__ import DRAWINGS, HERE, write_all
from benchmarks.judged_by_hand.by_hand import read_by_hand, read_windows
from benchmarks.judged_by_hand.window_table import lit_periods
from layoutgen.jobs.validate import validate
from layoutgen.standards.sun_standard import sun_limit, sun_of_clause

NAMES = tuple(make().name for make in DRAWINGS)
LATITUDE = math.radians(34.3)
SLABS = [(20.0, 19.0), (62.0, 34.0), (104.0, 19.0), (146.0, 19.0)]  # south wall of each, 12 m deep from x 30 to 102; height [m]


@pytest.fixture(scope="module")
def judged():
    return {name: validate(HERE / f"{name}.dxf") for name in NAMES}


@pytest.mark.parametrize("name", NAMES)
def test_every_clause_in_force_is_judged_by_hand_once(name, judged):
    told = [row.clause for row in read_by_hand(HERE / f"{name}.toml")]
    assert sorted(told) == sorted(outcome.clause for outcome in judged[name].report.outcomes)


@pytest.mark.parametrize("name", NAMES)
def test_the_judge_says_what_the_hand_says(name, judged):
    ours = {outcome.clause: outcome for outcome in judged[name].report.outcomes}
    unlike = {
        row.clause: (row.verdict, ours[row.clause].counts_as)
        for row in read_by_hand(HERE / f"{name}.toml")
        if row.verdict != ours[row.clause].counts_as
    }
    assert unlike == {}


@pytest.mark.parametrize("name", NAMES)
def test_the_judge_measures_what_the_hand_measures(name, judged):
    ours = {outcome.clause: outcome for outcome in judged[name].report.outcomes}
    for row in read_by_hand(HERE / f"{name}.toml"):
        if row.measured is not None:
            measured = ours[row.clause].findings[0].measured
            assert measured == pytest.approx(row.measured, rel=row.within, abs=row.within), row.clause


@pytest.mark.parametrize("make", DRAWINGS, ids=NAMES)
def test_drawing_picture_and_page_are_written_as_published(make, tmp_path):
    name = make().name
    write_all(make(), tmp_path)
    for ending in ("dxf", "svg", "md"):
        assert (tmp_path / f"{name}.{ending}").read_bytes() == (HERE / f"{name}.{ending}").read_bytes(), (
            f"{name}.{ending}: python -m benchmarks.judged_by_hand writes it anew; look at what changed"
        )
    assert (HERE / f"{name}.dxf").stat().st_size < 150_000


def sun_of(plan, standard):
    clause = next(c for c in standard.clauses if c.id == "SUN-4.0.9")
    return sun_of_clause(clause, sun_limit(clause, plan.facts.place).low)


def table(judged):
    """Lit periods of every window of a home, as the published table has them."""
    one = judged["four-slabs"]
    sun = sun_of(one.plan, one.standard)
    return {w.id: lit_periods(one.plan, w, sun) for w in one.plan.windows if w.room == "living"}


def test_two_windows_of_the_table_are_as_worked_out_by_hand(judged):
    ours = table(judged)
    told = read_windows(HERE / "four-slabs.toml")
    assert len(told) == 2
    for one in told:
        assert [tuple(pair) for pair in one.lit] == [pytest.approx(pair, abs=1 / 60) for pair in ours[one.id]], one.id
        assert sum(b - a for a, b in ours[one.id]) * 60 == pytest.approx(
            one.total_min, abs=1.5
        )  # ours looks from 3 cm before the wall


def noaa_declination(day):
    """Declination by Spencer's series, as NOAA's calculator has it, in radians."""
    turn = 2 * math.pi * (day.timetuple().tm_yday - 1) / 365
    series = (0.006918, -0.399912, 0.070257, -0.006758, 0.000907, -0.002697, 0.00148)
    waves = (1, *(wave(k * turn) for k in (1, 2, 3) for wave in (math.cos, math.sin)))
    return sum(weight * wave for weight, wave in zip(series, waves, strict=True))


def sun_at(minute, tilt):
    """Altitude, and azimuth from the south towards the west."""
    turn = math.radians((minute / 60 - 12) * 15)
    up = math.sin(LATITUDE) * math.sin(tilt) + math.cos(LATITUDE) * math.cos(tilt) * math.cos(turn)
    azimuth = math.atan2(math.sin(turn), math.cos(turn) * math.sin(LATITUDE) - math.tan(tilt) * math.cos(LATITUDE))
    return math.asin(up), azimuth


def is_lit(x, y, minute, tilt):
    """Whether a ray from a sill towards the sun passes every slab, in steps of 0.25 m."""
    altitude, azimuth = sun_at(minute, tilt)
    for step in range(1, 500):
        south, far = 0.25 * step, 0.25 * step / math.cos(azimuth)
        east = x - south * math.tan(azimuth)
        up = 1.2 + far * math.tan(altitude)
        if any(at <= y - south <= at + 12 and 30 <= east <= 102 and up < height for at, height in SLABS):
            return False
    return True


@pytest.mark.parametrize("slab", [2, 3])
def test_the_table_of_windows_agrees_with_a_ray_stepped_by_noaas_formulas(slab, judged):
    ours = table(judged)
    tilt = math.radians(-20.15)
    for n in range(4, 8):  # the eastern half; the western one mirrors it
        x, y = 34.5 + 9 * n, SLABS[slab][0]
        lit = sum(2 for m in range(481, 960, 2) if all(is_lit(end, y, m, tilt) for end in (x - 0.9, x + 0.9)))
        total = sum(b - a for a, b in ours[f"W-K1-0{slab + 1}-{n + 1}"]) * 60
        assert total == pytest.approx(lit, abs=4.0), (slab, n)


def test_the_great_cold_day_has_the_declination_of_noaas_series():
    assert math.degrees(noaa_declination(date(2027, 1, 20))) == pytest.approx(-20.15, abs=0.25)
    assert math.degrees(noaa_declination(date(2027, 1, 21))) == pytest.approx(-20.15, abs=0.25)
    altitude, azimuth = sun_at(8 * 60, math.radians(-20.15))
    assert (math.degrees(altitude), math.degrees(azimuth)) == (pytest.approx(11.17, abs=0.01), pytest.approx(-55.97, abs=0.01))
