"""The brief 设计任务书: what the user asks for, after flags, file and printed assumptions."""

from dataclasses import dataclass
from pathlib import Path

from layoutgen.model.kinds import Mode, StreetMode
from layoutgen.model.waiver import Waiver
from layoutgen.sentence import Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class DwellingType:
    """One line of the dwelling mix."""

    name: str  # "A90"
    area_m2: float  # gross floor area of one dwelling [m2]
    share: float  # share of the dwellings, 0…1; the shares of a mix sum to 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Conditions:
    """Planning conditions 规划条件; they outrank every table. None = not given."""

    far_max: float | None = None
    density_max: float | None = None  # share 0…1
    height_max_m: float | None = None
    storeys_max: int | None = None
    green_min: float | None = None  # share 0…1
    stalls_per_household_min: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where the site lies, as far as the law cares."""

    city: str  # identifier of the city table, or "" where only the latitude was given
    latitude_deg: float
    climate_zone: str  # "I"…"VII"
    is_large_city: bool  # resident population >= 500 000


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """Everything asked, nothing open: population is always set (given, or from FAR and mix)."""

    population: int
    far_target: float | None = None  # given instead of a population; population follows from it
    household_size: float  # persons per household
    mix: tuple[DwellingType, ...]
    conditions: Conditions
    place: Place
    streets: StreetMode
    mode: Mode
    is_constrained: bool = False  # an existing community whose site leaves no room
    features: tuple[str, ...] = ()  # words that clauses may wait for; sorted
    packs: tuple[str, ...]  # by name, a user's among them
    pack_folders: tuple[Path, ...] = ()  # where the user's packs lie
    parameters: tuple[tuple[str, float], ...]  # named demand parameters, sorted; see standards/demand.py
    protect_north: bool  # assume a protected window line 20 m north of the boundary
    template: str
    seed: int
    assumptions: tuple[Sentence, ...]  # printed wherever the plan is
    waivers: tuple[Waiver, ...] = ()  # breaches that somebody answers for

    def parameter(self, name: str) -> float:
        """Value of a demand parameter.

        Raises
        ------
        KeyError
            If no such parameter is set.
        """
        return dict(self.parameters)[name]
