"""Coordinates as people write them: plain numbers, degrees with minutes and seconds; and what a number can be in China."""

import re

ANGLE = re.compile(r"(\d{1,3})[°度:](?:(\d{1,2})['′分:])?(?:(\d{1,2}(?:\.\d+)?)(?:[\"″秒]|'')?)?\s*[NEne]?")
NORTHINGS = (1_500_000.0, 6_000_000.0)  # of China [m]
EASTINGS = (100_000.0, 900_000.0)  # in a zone [m]
ZONE = 1_000_000.0  # the zone's number stands before the easting's six digits
LATITUDES = (3.0, 54.0)  # of China [degrees]
LONGITUDES = (73.0, 136.0)


def figure(word: str) -> float:
    """Number of a word: plain, or degrees with minutes and seconds, as decimal degrees.

    Raises
    ------
    ValueError
        If it is neither.
    """
    match = ANGLE.fullmatch(word)
    if match is None:
        return float(word)
    degrees, minutes, seconds = (float(part or 0.0) for part in match.groups())
    return degrees + minutes / 60.0 + seconds / 3600.0


def is_angle(word: str) -> bool:
    """Whether a word is written in degrees."""
    return ANGLE.fullmatch(word) is not None


def is_northing(value: float) -> bool:
    """Whether a coordinate can be a northing of China [m]."""
    return NORTHINGS[0] <= value <= NORTHINGS[1]


def is_easting(value: float) -> bool:
    """Whether a coordinate can only be an easting of China, with or without the zone's number before it [m]."""
    without_zone = value % ZONE if value >= ZONE else value
    return EASTINGS[0] <= without_zone <= EASTINGS[1] and not is_northing(value)


def is_latitude(value: float) -> bool:
    """Whether a coordinate can be a latitude of China [degrees]."""
    return LATITUDES[0] <= value <= LATITUDES[1]


def is_longitude(value: float) -> bool:
    """Whether a coordinate can be a longitude of China [degrees]."""
    return LONGITUDES[0] <= value <= LONGITUDES[1]
