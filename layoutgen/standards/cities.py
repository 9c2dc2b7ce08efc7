"""Cities the law tells apart: latitude, climate zone and size."""

import tomllib
from importlib.resources import files

from layoutgen.errors import InputError
from layoutgen.model.brief import Place


def _cities() -> tuple[tuple[str, Place], ...]:
    text = files("layoutgen.standards").joinpath("data", "cities.toml").read_text(encoding="utf-8")
    return tuple(
        (
            row["name_zh"],
            Place(
                city=row["name"],
                latitude_deg=float(row["latitude_deg"]),
                climate_zone=row["climate_zone"],
                is_large_city=bool(row["is_large"]),
            ),
        )
        for row in tomllib.loads(text)["city"]
    )


def city_names() -> tuple[str, ...]:
    """English names of the listed cities, north to south."""
    return tuple(place.city for _, place in _cities())


def find_place(name: str) -> Place:
    """Place of a listed city, by its English or Chinese name.

    Raises
    ------
    InputError
        If no such city is listed.
    """
    wanted = name.strip().casefold().removesuffix("市")
    for name_zh, place in _cities():
        if wanted in (name_zh, place.city.casefold(), place.city.casefold().replace("'", "")):
            return place
    raise InputError("", "city", name, "one of " + ", ".join(city_names()))


def nearest_place(latitude_deg: float) -> Place:
    """Listed city nearest in latitude, the first of equals."""
    return min((place for _, place in _cities()), key=lambda place: abs(place.latitude_deg - latitude_deg))
