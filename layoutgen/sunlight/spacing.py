"""Sunlight spacing 日照间距 of endless parallel rows: the first guess that rows are placed by, never a verdict."""

import math

from layoutgen.standards.sun_standard import SunStandard


def spacing_coefficient(sun: SunStandard, latitude_deg: float) -> float:
    """Clear distance over height above the sill at which an endless east-west wall leaves exactly the hours asked.

    In winter the sun's profile angle over such a wall is greatest at noon, so the lit hours lie symmetric about
    noon and the bound is the profile angle half the hours before it.
    """
    latitude, declination = math.radians(latitude_deg), math.radians(sun.declination_deg)
    hour_angle = math.radians(15.0 * sun.hours / 2.0)
    up = math.sin(declination) * math.sin(latitude) + math.cos(declination) * math.cos(latitude) * math.cos(hour_angle)
    south = math.cos(declination) * math.sin(latitude) * math.cos(hour_angle) - math.sin(declination) * math.cos(latitude)
    return south / up if up > 0.0 else math.inf
