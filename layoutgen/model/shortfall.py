"""Why a brief has no plan: what clashes figure by figure, what would make it fit, and how many people there is room for."""

from dataclasses import dataclass

from layoutgen.model.capacity import BlockRoom, Largest
from layoutgen.sentence import Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class LandDemand:
    """One demand on the site's land."""

    what: Sentence
    clause: str  # that asks it, "brief", or "" where it is our own manner
    land_m2: float


@dataclass(frozen=True, slots=True, kw_only=True)
class LandBudget:
    """Demands on the land, and the land there is."""

    demands: tuple[LandDemand, ...]
    have_m2: float  # site without what is kept out

    @property
    def need_m2(self) -> float:
        """Land of all demands."""
        return sum(demand.land_m2 for demand in self.demands)

    @property
    def missing_m2(self) -> float:
        """Land that the demands exceed the site by; negative where there is enough."""
        return self.need_m2 - self.have_m2


@dataclass(frozen=True, slots=True, kw_only=True)
class Relaxation:
    """One thing asked less of, and the people that the capacity model then gives."""

    kind: str  # "storeys", "far", "density", "household_size", "dwellings", "off_site", "people"
    was: float
    value: float  # the least change with which all fit, else the most that may be changed
    says: Sentence  # "storeys up to 18 rather than 11"
    people: int
    fits: bool

    @property
    def change(self) -> float:
        """Share by which the figure changes; 1 where there was none."""
        return abs(self.value / self.was - 1.0) if self.was else 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortfall:
    """Exit code 3, explained."""

    people: int  # asked
    is_proven: bool
    stage: str
    what: str  # as the stage said it
    need: float
    have: float
    unit: str
    budget: LandBudget
    binds: Sentence
    rooms: tuple[BlockRoom, ...]  # of the blocks by the model
    searched: tuple[Sentence, ...]  # how far the search went, and house margins; empty where it is proven
    relaxations: tuple[Relaxation, ...]  # those that fit first, the smallest change first
    largest: Largest
