"""Where the sun stands: the path of one winter day as constants of a quadratic in the half hour angle.

With ``u = tan(H / 2)`` every question "is the sun behind this plane?" is the sign of ``p u^2 + 2 a u + r``; minutes return by
one arc tangent at the very end. Hour angle H is 0 at true solar noon, positive in the afternoon.
"""

import math
from dataclasses import dataclass
from functools import lru_cache

from layoutgen.standards.sun_standard import SunStandard

MINUTES_PER_ATAN = 2.0 * 24.0 * 60.0 / (2.0 * math.pi)  # of the clock, per radian of atan(u)
HORIZON = 1e-9  # least sine of the sun's altitude that is divided by


Direction = tuple[float, float, float]  # unit vector: east, north, up

POLAR_DEG = 66.0  # north of it the sun does not rise on the winter solstice


@dataclass(frozen=True, slots=True, kw_only=True)
class Sky:
    """One day's sun over one latitude, between the hours of its band in which it stands above the horizon.

    ``slope`` of a direction is east / north: it grows with the hour all through a winter day.
    """

    u_start: float
    u_end: float
    first: Direction  # to the sun at u_start
    last: Direction  # to the sun at u_end
    cos_declination: float
    sin_sum: float  # of latitude + declination
    cos_sum: float
    sin_difference: float  # of latitude - declination
    cos_difference: float

    @property
    def is_dark(self) -> bool:
        """No sun in the band at all."""
        return self.u_end <= self.u_start

    @property
    def slopes(self) -> tuple[float, float]:
        """East / north of the sun's direction when the band begins and when it ends."""
        return self.first[0] / self.first[1], self.last[0] / self.last[1]

    @property
    def shadow_reach(self) -> float:
        """How far to the north the longest shadow of the band falls, per metre of height."""
        _, north, up = self.last
        return -north / max(up, HORIZON)


def has_winter_sun(latitude_deg: float) -> bool:
    """Whether a latitude is one for which the sun is reckoned: north of the equator, south of the polar night."""
    return 0.0 < latitude_deg < POLAR_DEG


@lru_cache(maxsize=256)
def sky_of(sun: SunStandard, latitude_deg: float) -> Sky:
    """Sky of a standard's day over a latitude.

    Raises
    ------
    ValueError
        If the day is no winter day or the latitude lies outside 0…66 degrees north: there the sun's azimuth need not
        grow all day.
    """
    if sun.declination_deg >= 0.0 or not has_winter_sun(latitude_deg):
        raise ValueError(f"no winter sun at {latitude_deg} with declination {sun.declination_deg}")
    latitude, declination = math.radians(latitude_deg), math.radians(sun.declination_deg)
    sunset = math.acos(max(-1.0, min(1.0, -math.tan(latitude) * math.tan(declination))))
    start = max(math.radians((sun.start_h - 12.0) * 15.0), -sunset)
    end = min(math.radians((sun.end_h - 12.0) * 15.0), sunset)
    u_start, u_end = math.tan(start / 2.0), math.tan(end / 2.0)
    return Sky(
        u_start=u_start,
        u_end=u_end,
        first=_direction(latitude, declination, u_start),
        last=_direction(latitude, declination, u_end),
        cos_declination=math.cos(declination),
        sin_sum=math.sin(latitude + declination),
        cos_sum=math.cos(latitude + declination),
        sin_difference=math.sin(latitude - declination),
        cos_difference=math.cos(latitude - declination),
    )


def _direction(latitude_rad: float, declination_rad: float, u: float) -> Direction:
    hour_angle = 2.0 * math.atan(u)
    sin_d, cos_d = math.sin(declination_rad), math.cos(declination_rad)
    sin_f, cos_f = math.sin(latitude_rad), math.cos(latitude_rad)
    return (
        -cos_d * math.sin(hour_angle),
        sin_d * cos_f - cos_d * sin_f * math.cos(hour_angle),
        sin_d * sin_f + cos_d * cos_f * math.cos(hour_angle),
    )
