"""Land that a community's lots take, by its people: sized for a few populations, straight lines between."""

from dataclasses import dataclass, replace

import numpy as np

from layoutgen.model.brief import Brief
from layoutgen.model.choices import Choices
from layoutgen.model.program import Program
from layoutgen.model.site import Site
from layoutgen.pipeline.off_site import program_of
from layoutgen.standards.clause import Standard
from layoutgen.standards.community import community_size

LOT_KINDS = ("kindergarten", "garden", "service_lot", "shops_lot", "waste_station", "utility_lot")
SIZED_AT = (0.05, 0.2, 0.41, 0.42, 0.6, 0.8, 1.0)  # of the most people of one community; what it need not have ends at 0.417


@dataclass(frozen=True, slots=True, kw_only=True)
class LotsLand:
    """Land of all lots, for ascending populations."""

    people: tuple[float, ...]
    land_m2: tuple[float, ...]

    def of(self, people: float) -> float:
        """Land of the lots for so many people [m2]."""
        return float(np.interp(people, self.people, self.land_m2))


def lots_land(site: Site, brief: Brief, choices: Choices, standard: Standard) -> LotsLand:
    """Size the lots for populations up to one community's most."""
    people = tuple(round(share * community_size().population_high) for share in SIZED_AT)
    land = tuple(land_of(program_of(site, replace(brief, population=count), choices, standard)) for count in people)
    return LotsLand(people=people, land_m2=land)


def land_of(program: Program) -> float:
    """Land of a program's lots [m2]."""
    return sum(need.figure("land_m2") for need in program.needs if need.kind in LOT_KINDS)
