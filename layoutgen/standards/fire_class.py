"""High-rise or not: the classes of buildings by their fire height."""

import tomllib
from importlib.resources import files
from types import MappingProxyType

from layoutgen.model.kinds import BuildingUse
from layoutgen.model.plan import Building, tag

HIGH, MULTI = "high", "multi"
POOR_RATINGS = ("III", "IV")


def _read_heights() -> dict[str, float]:
    text = files("layoutgen.standards").joinpath("data", "fire_classes.toml").read_text(encoding="utf-8")
    return {key: float(value) for key, value in tomllib.loads(text).items()}


_HEIGHTS = MappingProxyType(_read_heights())  # a figure of the package, asked for every building again and again


def is_high_rise(building: Building) -> bool:
    """Whether a building is high-rise 高层: dwellings above 27 m, others of several storeys above 24 m of fire height."""
    if building.use is BuildingUse.DWELLING:
        return building.fire_height_m > _HEIGHTS["high_dwelling_m"]
    return building.storeys > 1 and building.fire_height_m > _HEIGHTS["high_public_m"]


def is_tall(building: Building) -> bool:
    """Whether a building is above 50 m, where longer fire grounds are asked."""
    return building.fire_height_m > _HEIGHTS["tall_m"]


def class_of_height(height_m: float) -> str:
    """Class of a building of which only the height is known: the stricter threshold decides."""
    return HIGH if height_m > _HEIGHTS["high_public_m"] else MULTI


def separation_class(building: Building) -> str:
    """Word by which the separation tables know a building: a declared poor rating, else high or multi."""
    rating = tag(building.tags, "rating")
    if rating in POOR_RATINGS:
        return str(rating)
    return HIGH if is_high_rise(building) else MULTI
