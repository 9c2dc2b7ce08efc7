"""Where the site lies, from a city, a latitude, or neither; what was taken for want of a word is said."""

from layoutgen.errors import InputError
from layoutgen.inputs.asked import Asked
from layoutgen.model.brief import Place
from layoutgen.sentence import Sentence
from layoutgen.standards.cities import City, find_city, nearest_place

CLIMATE_ZONES = ("I", "II", "III", "IV", "V", "VI", "VII")


def settle_place(asked: Asked, latitude_deg: float | None, default_city: str) -> tuple[Place, tuple[Sentence, ...]]:
    """Place of a brief, and what was assumed.

    Parameters
    ----------
    latitude_deg
        As asked, checked already; None = not given. It outranks the city's.

    Raises
    ------
    InputError
        If the city or the climate zone is unknown.
    """
    if asked.climate_zone is not None and asked.climate_zone not in CLIMATE_ZONES:
        raise InputError(asked.file, "climate_zone", asked.climate_zone, "one of " + ", ".join(CLIMATE_ZONES))
    if asked.city is None and latitude_deg is not None:
        place, says = nearest_place(latitude_deg), _by_latitude(asked, latitude_deg)
    else:
        city = _city(asked, default_city)
        place, says = city.place, (*(_by_default(city) if asked.city is None else ()), *_on_border(city, asked))
    return Place(
        city=place.city if latitude_deg is None or asked.city is not None else "",
        latitude_deg=place.latitude_deg if latitude_deg is None else latitude_deg,
        climate_zone=asked.climate_zone or place.climate_zone,
        is_large_city=place.is_large_city if asked.large_city is None else asked.large_city,
    ), says


def _city(asked: Asked, default_city: str) -> City:
    try:
        return find_city(asked.city or default_city)
    except InputError as error:
        raise InputError(asked.file, error.key, error.value, error.expected) from None


def _by_latitude(asked: Asked, latitude_deg: float) -> tuple[Sentence, ...]:
    if asked.climate_zone is not None and asked.large_city is not None:
        return ()
    place = nearest_place(latitude_deg)
    zone = asked.climate_zone or place.climate_zone
    said = Sentence(
        en=f"only the latitude is given: climate zone {zone}, city size of the nearest listed city, {place.city}",
        zh=f"只给了纬度：气候区划 {zone}、城市规模取纬度最近的所列城市 {place.city}",
    )
    return (said,)


def _by_default(city: City) -> tuple[Sentence, ...]:
    degrees, zone = f"{city.place.latitude_deg:g}°", city.place.climate_zone
    said = Sentence(
        en=f"no city or latitude given: {city.name}, {degrees}, climate zone {zone}",
        zh=f"未给城市或纬度：{city.name_zh}，{degrees}，气候区划 {zone}",
    )
    return (said,)


def _on_border(city: City, asked: Asked) -> tuple[Sentence, ...]:
    if not city.border_zone or asked.climate_zone is not None:
        return ()
    zone, other = city.place.climate_zone, city.border_zone
    said = Sentence(
        en=f"{city.name} lies near the border of climate zones {zone} and {other}: taken as {zone}; --zone overrides it",
        zh=f"{city.name_zh}地处气候区划 {zone} 与 {other} 交界：按 {zone} 取用，可用 --zone 改定",
    )
    return (said,)
