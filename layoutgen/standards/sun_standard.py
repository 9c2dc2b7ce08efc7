"""The sunlight a window must have: on which day, between which hours, how long."""

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SunStandard:
    """A sunlight standard 日照标准. Hours of the band are true solar time."""

    day: str  # "great_cold" 大寒日 or "winter_solstice" 冬至日
    declination_deg: float  # of the sun, taken as constant over the day
    hours: float  # at least
    start_h: float  # the band within which sunshine counts
    end_h: float
    least_piece_min: float  # shorter pieces of sunshine do not count
    window_width_m: float = math.inf  # of a wider window the most favourable part of this width counts

    @property
    def minutes(self) -> float:
        """What is asked, in minutes."""
        return self.hours * 60.0
