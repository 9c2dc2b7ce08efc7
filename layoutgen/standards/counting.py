"""How land, green and stalls are counted: the law's figures behind an indicator's definition."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True, kw_only=True)
class Counting:
    """Figures of definition; GB 50180-2018 annex A and table 4.0.2, GB 55038-2025 3.2.2, GB/T 51149-2016."""

    green_off_wall_m: float
    central_off_wall_m: float
    central_off_lane_m: float
    central_width_m: float
    garage_m2_per_stall_least: float
    face_least_m: float
    gables_from_ratio: float
    road_half_m: tuple[tuple[str, float], ...]  # class of a road along the site -> red line to centre line
    detour_outside: float  # a walk outside the site over the straight line
    storeys_to: tuple[tuple[str, int], ...]  # class -> highest average storeys, ascending
    zone_group: tuple[tuple[str, str], ...]  # climate zone -> group of the table
    reach_m: tuple[tuple[str, float], ...]  # kind -> radius that the indicators of reach tell

    def storey_class(self, storeys: float) -> str:
        """Class of the average storeys, rounded to whole storeys; beyond the table its highest class."""
        whole = int(storeys + 0.5)
        return next((name for name, top in self.storeys_to if whole <= top), self.storeys_to[-1][0])

    def group_of(self, climate_zone: str) -> str:
        """Group of climate zones, "" for an unknown zone; "IIA" is read as "II"."""
        return dict(self.zone_group).get(climate_zone.rstrip("ABCDabcd"), "")


@cache
def load_counting() -> Counting:
    """Read the counting figures that ship with the standards."""
    text = files("layoutgen.standards").joinpath("data", "counting.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    return Counting(
        green_off_wall_m=data["green_off_wall_m"],
        central_off_wall_m=data["central_off_wall_m"],
        central_off_lane_m=data["central_off_lane_m"],
        central_width_m=data["central_width_m"],
        garage_m2_per_stall_least=data["garage_m2_per_stall_least"],
        face_least_m=data["face_least_m"],
        gables_from_ratio=data["gables_from_ratio"],
        road_half_m=tuple((name, float(half)) for name, half in data["road_half_m"].items()),
        detour_outside=data["detour_outside"],
        storeys_to=tuple(data["storeys_to"].items()),
        zone_group=tuple(data["zone_group"].items()),
        reach_m=tuple((kind, float(radius)) for kind, radius in data["reach_m"].items()),
    )
