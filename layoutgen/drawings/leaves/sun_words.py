"""Hours of the sun in the words of a table: periods by the clock, lengths in hours and minutes."""

from collections.abc import Callable

from layoutgen.model.brief import Place
from layoutgen.standards.cities import find_city
from layoutgen.standards.solar_time import beijing_time
from layoutgen.standards.sun_standard import SunStandard, day_names
from layoutgen.sunlight.periods import Periods

Clock = Callable[[float], str]  # an hour of true solar time by the clock
NONE = "无"


def clock_of(place: Place, sun: SunStandard) -> Clock:
    """Beijing time where the city is known, else true solar time."""
    if not place.city:
        return _solar
    longitude, equation = find_city(place.city).longitude_deg, day_names(sun.day).equation_of_time_min
    return lambda hour: beijing_time(hour, longitude, equation)


def clock_name(place: Place) -> str:
    """Which clock that is."""
    return "北京时间" if place.city else "真太阳时"


def period_text(periods: Periods, clock: Clock) -> str:
    """Periods by the clock."""
    return "、".join(f"{clock(start)}–{clock(end)}" for start, end in periods) or NONE


def hours_text(hours: float) -> str:
    """Length in hours and minutes, rounded down to the minute."""
    whole, minutes = divmod(int(hours * 60.0 + 1e-6), 60)
    return f"{whole}h{minutes:02d}′"


def _solar(hour: float) -> str:
    whole, minutes = divmod(round(hour * 60.0), 60)
    return f"{whole}:{minutes:02d}"
