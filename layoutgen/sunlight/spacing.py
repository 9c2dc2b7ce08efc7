"""Sunlight spacing 日照间距 of endless parallel rows: the table that rows are placed by, never a verdict."""

import math
from functools import lru_cache

import numpy as np

from layoutgen.standards.sun_standard import SunStandard

SAMPLES_PER_H = 360  # the day is asked every ten seconds


@lru_cache(maxsize=4096)
def spacing_coefficient(sun: SunStandard, latitude_deg: float, azimuth_deg: float = 0.0) -> float:
    """Clear distance over height above the sill at which an endless wall leaves exactly the hours asked.

    At each moment the wall's shadow ends at its height times the sun's cotangent across it; the hours asked are lit
    when the distance is the cotangent that is not exceeded for so long.

    Parameters
    ----------
    azimuth_deg
        By how much the rows are turned from due east-west, either way.
    """
    latitude, declination, turn = math.radians(latitude_deg), math.radians(sun.declination_deg), math.radians(azimuth_deg)
    moments = np.linspace(sun.start_h, sun.end_h, round((sun.end_h - sun.start_h) * SAMPLES_PER_H), endpoint=False)
    hour_angle = np.radians(15.0 * (moments + 0.5 / SAMPLES_PER_H - 12.0))
    up = math.sin(declination) * math.sin(latitude) + math.cos(declination) * math.cos(latitude) * np.cos(hour_angle)
    south = math.cos(declination) * math.sin(latitude) * np.cos(hour_angle) - math.sin(declination) * math.cos(latitude)
    west = math.cos(declination) * np.sin(hour_angle)
    across = south * math.cos(turn) + west * math.sin(turn)
    is_lit = (up > 0.0) & (across > 0.0)
    cotangents = np.sort(across[is_lit] / up[is_lit])
    asked = round(sun.hours * SAMPLES_PER_H)
    return float(cotangents[asked - 1]) if 0 < asked <= len(cotangents) else math.inf
