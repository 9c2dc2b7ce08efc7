"""Cities the law tells apart: where they lie, climate zone and size."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from layoutgen.errors import InputError
from layoutgen.model.brief import Place

PROVINCE_ZH = re.compile(r"^.+?(省|自治区)")


@dataclass(frozen=True, slots=True, kw_only=True)
class City:
    """One listed city."""

    name: str
    name_zh: str
    aliases: tuple[str, ...]
    province: str
    province_zh: str
    place: Place
    longitude_deg: float  # east
    border_zone: str  # the other climate zone of a city near a border; "" = none

    def is_called(self, name: str) -> bool:
        """Whether a name means this city: Chinese or English, with or without 市, province and apostrophe."""
        wanted = _plain(PROVINCE_ZH.sub("", name.strip()))
        own = {_plain(each) for each in (self.name, self.name_zh, *self.aliases)}
        return wanted in own or wanted == _plain(self.province_zh + self.name_zh)


@cache
def cities() -> tuple[City, ...]:
    """Listed cities, north to south."""
    text = files("layoutgen.standards").joinpath("data", "cities.toml").read_text(encoding="utf-8")
    return tuple(_city(row) for row in tomllib.loads(text)["city"])


def city_names() -> tuple[str, ...]:
    """English names of the listed cities, north to south."""
    return tuple(city.name for city in cities())


def find_city(name: str) -> City:
    """Listed city of a name.

    Raises
    ------
    InputError
        If no such city is listed.
    """
    found = next((city for city in cities() if city.is_called(name)), None)
    if found is None:
        raise InputError("", "city", name, "one of " + ", ".join(city_names()) + "; or a latitude and a climate zone")
    return found


def find_place(name: str) -> Place:
    """Place of a listed city.

    Raises
    ------
    InputError
        If no such city is listed.
    """
    return find_city(name).place


def nearest_place(latitude_deg: float) -> Place:
    """Listed city nearest in latitude, the first of equals."""
    return min((city.place for city in cities()), key=lambda place: abs(place.latitude_deg - latitude_deg))


def _city(row: Mapping[str, object]) -> City:
    aliases = row.get("aliases", [])
    return City(
        name=str(row["name"]),
        name_zh=str(row["name_zh"]),
        aliases=tuple(str(alias) for alias in aliases) if isinstance(aliases, list) else (),
        province=str(row["province"]),
        province_zh=str(row["province_zh"]),
        place=Place(
            city=str(row["name"]),
            latitude_deg=float(str(row["latitude_deg"])),
            climate_zone=str(row["climate_zone"]),
            is_large_city=row["is_large"] is True,
        ),
        longitude_deg=float(str(row["longitude_deg"])),
        border_zone=str(row.get("border_zone", "")),
    )


def _plain(name: str) -> str:
    return re.sub(r"[\s'’-]", "", name.casefold()).removesuffix("市").removesuffix("city")
