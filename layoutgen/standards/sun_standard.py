"""The sunlight a window must have: on which day, between which hours, how long."""

import math
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from layoutgen.errors import InputError
from layoutgen.model.brief import Place
from layoutgen.model.limit import Limit
from layoutgen.model.report import Force
from layoutgen.standards.clause import Clause, Standard
from layoutgen.standards.scope import FEATURE

DWELLING_MEASURE = "sun.dwelling_hours"
PLAYROOM_MEASURE = "sun.playroom_hours"
NEIGHBOUR_MEASURE = "sun.neighbour_hours"
_DEFAULT_DAY = "winter_solstice"


@dataclass(frozen=True, slots=True, kw_only=True)
class SunStandard:
    """A sunlight standard 日照标准. Hours of the band are true solar time."""

    day: str  # "great_cold" 大寒日 or "winter_solstice" 冬至日
    declination_deg: float  # of the sun, taken as constant over the day
    hours: float  # at least
    start_h: float  # the band within which sunshine counts
    end_h: float
    least_piece_min: float  # shorter pieces of sunshine do not count
    window_width_m: float = math.inf  # of a wider window the most favourable part of this width counts

    @property
    def minutes(self) -> float:
        """What is asked, in minutes."""
        return self.hours * 60.0


def dwelling_sun(standard: Standard, place: Place) -> SunStandard:
    """Sunlight standard of dwellings at a place: the longest of the packs in force.

    Raises
    ------
    InputError
        If no pack in force has one for the place.
    """
    return governing_sun(standard, DWELLING_MEASURE, place)[1]


def playroom_sun(standard: Standard, place: Place) -> SunStandard:
    """Sunlight standard of kindergarten playrooms at a place: the longest of the packs in force.

    Raises
    ------
    InputError
        If no pack in force has one.
    """
    return governing_sun(standard, PLAYROOM_MEASURE, place)[1]


def governing_sun(standard: Standard, measure: str, place: Place) -> tuple[Clause, SunStandard]:
    """Clause of a measure that asks most at a place, among the packs in force, and its sunlight standard.

    Raises
    ------
    InputError
        If no pack in force has one for the place.
    """
    found = []
    for clause in standard.clauses:
        if clause.measure == measure and clause.force is Force.MUST and _applies(clause, place):
            limit = sun_limit(clause, place)
            if limit is not None and limit.low is not None:
                found.append((clause, sun_of_clause(clause, limit.low)))
    if not found:
        raise InputError("", "packs", ", ".join(pack.name for pack in standard.packs), f"a pack with {measure} for this place")
    return max(found, key=lambda one: one[1].hours)


@dataclass(frozen=True, slots=True, kw_only=True)
class DayNames:
    """A standard day by name, and its equation of time: true solar less mean time [min]."""

    zh: str
    en: str
    equation_of_time_min: float


def day_names(day: str) -> DayNames:
    """Names of a standard day.

    Raises
    ------
    KeyError
        If there is no such day.
    """
    text = files("layoutgen.standards").joinpath("data", "sun_days.toml").read_text(encoding="utf-8")
    rows = {row["name"]: row for row in tomllib.loads(text)["day"]}
    row = rows[day]
    return DayNames(zh=row["name_zh"], en=row["name_en"], equation_of_time_min=float(row["equation_of_time_min"]))


def sun_limit(clause: Clause, place: Place) -> Limit | None:
    """Limit of a clause on sunlight at a place; None where its table has no row for it."""
    if clause.limit is not None:
        return clause.limit
    return clause.row(zone=place.climate_zone, large="yes" if place.is_large_city else "no")


def sun_of_clause(clause: Clause, hours: float) -> SunStandard:
    """Sunlight standard of a clause: its day, with what the clause itself says instead of the day's figures.

    Raises
    ------
    InputError
        If the day is not one of the standard days.
    """
    name = clause.text("day", _DEFAULT_DAY)
    days = _days()
    if name not in days:
        raise InputError(clause.pack, f"{clause.id}.day", name, "one of " + ", ".join(sorted(days)))
    said = {key: value for key, value in clause.options if isinstance(value, float) and key in days[name]}
    figures = {**days[name], **said}
    return SunStandard(
        day=name,
        declination_deg=figures["declination_deg"],
        hours=hours,
        start_h=figures["start_h"],
        end_h=figures["end_h"],
        least_piece_min=figures["least_piece_min"],
        window_width_m=figures["window_width_m"],
    )


def sill_max_m(floor_m: float) -> float:
    """Highest sill that counts above outdoor ground, for a dwelling whose storeys below are ``floor_m`` high together.

    A window may stand higher, the sun is measured no higher than 0.9 m above a floor on the highest plinth.
    """
    figures = _figures()
    return floor_m + float(figures["plinth_max_m"]) + float(figures["sill_above_floor_m"])


@cache
def _figures() -> dict[str, float]:
    text = files("layoutgen.standards").joinpath("data", "sun_days.toml").read_text(encoding="utf-8")
    return {key: value for key, value in tomllib.loads(text).items() if key != "day"}


@cache
def _days() -> dict[str, dict[str, float]]:
    text = files("layoutgen.standards").joinpath("data", "sun_days.toml").read_text(encoding="utf-8")
    return {
        row["name"]: {key: float(value) for key, value in row.items() if not key.startswith("name")}
        for row in tomllib.loads(text)["day"]
    }


def _applies(clause: Clause, place: Place) -> bool:
    """Whether a clause's facts of place are those of the place; leave that waits for a feature word is never taken."""
    if FEATURE in dict(clause.when):
        return False
    said = {"city": place.city, "climate_zone": place.climate_zone, "large_city": "yes" if place.is_large_city else "no"}
    return all(said[fact] in words for fact, words in clause.when if fact in said)
