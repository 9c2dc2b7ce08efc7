"""True solar time by the clock, and the sunlight standard of a place in a sentence."""

from layoutgen.model.brief import Place
from layoutgen.sentence import Sentence
from layoutgen.standards.cities import find_city
from layoutgen.standards.clause import Standard
from layoutgen.standards.sun_standard import DWELLING_MEASURE, day_names, governing_sun

BEIJING_MERIDIAN_DEG = 120.0  # whose mean solar time is Beijing time
MINUTES_PER_DEG = 4.0  # the Earth turns 360 degrees in 24 hours


def beijing_time(solar_h: float, longitude_deg: float, equation_of_time_min: float) -> str:
    """Beijing time of an hour of true solar time, as "10:20".

    Parameters
    ----------
    solar_h
        True solar time; 12 = the sun in the south. [h]
    longitude_deg
        Of the place, east.
    equation_of_time_min
        True solar less mean time of the day. [min]
    """
    later_min = MINUTES_PER_DEG * (BEIJING_MERIDIAN_DEG - longitude_deg) - equation_of_time_min
    hours, minutes = divmod(round(solar_h * 60.0 + later_min), 60)
    return f"{hours}:{minutes:02d}"


def sun_sentence(standard: Standard, place: Place) -> Sentence:
    """Which sun a dwelling must have here: the day, the hours and the band, and by the clock where the city is known.

    Raises
    ------
    InputError
        If no pack in force has a sunlight standard for the place.
    """
    clause, sun = governing_sun(standard, DWELLING_MEASURE, place)
    day = day_names(sun.day)
    en = f"sun of dwellings: {sun.hours:g} h on {day.en} between {sun.start_h:g}:00 and {sun.end_h:g}:00 true solar time"
    zh = f"住宅日照：{sun.hours:g} 小时，{day.zh}真太阳时 {sun.start_h:g}:00–{sun.end_h:g}:00"
    if place.city:
        city = find_city(place.city)
        start, end = (beijing_time(h, city.longitude_deg, day.equation_of_time_min) for h in (sun.start_h, sun.end_h))
        en += f", in {city.name} {start} to {end} by Beijing time"
        zh += f"，在{city.name_zh}为北京时间 {start}–{end}"
    return Sentence(en=f"{en} ({clause.id})", zh=f"{zh}（{clause.id}）")
