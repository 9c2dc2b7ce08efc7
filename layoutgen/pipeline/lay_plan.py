"""Run the stages one after the other and put their results together into a plan on the drawing's grid."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.random import Generator

from layoutgen.errors import InfeasibleError
from layoutgen.model.brief import Brief
from layoutgen.model.choices import Choices
from layoutgen.model.plan import Plan
from layoutgen.model.site import Site
from layoutgen.model.stages import Allocation, Commission, Massing, Structure
from layoutgen.pipeline.assemble import assemble
from layoutgen.pipeline.off_site import program_of
from layoutgen.pipeline.proof import least_housed, require_possible
from layoutgen.stages.allocation import allocate
from layoutgen.stages.grounds import lay_grounds
from layoutgen.stages.massing import FacilityBuildings, Stood, mass, place_facilities
from layoutgen.stages.structure import lay_structure
from layoutgen.standards.clause import Standard

NEARLY = 0.9  # share of the people that a draft must house for another to be tried
Progress = Callable[[str], None]


def silent(stage: str) -> None:
    """Progress that nobody is told of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """A plan and what the stages have to say."""

    plan: Plan
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lots:
    """A site with its streets and lots, and the facilities in them, before any home stands."""

    commission: Commission
    structure: Structure
    allocation: Allocation
    facilities: FacilityBuildings


@dataclass(frozen=True, slots=True, kw_only=True)
class Massed:
    """A site with its streets, lots and buildings, before anything lies on the ground between them."""

    commission: Commission
    structure: Structure
    allocation: Allocation
    stood: Stood

    @property
    def massing(self) -> Massing:
        """The buildings."""
        return self.stood.massing


def lay_plan(site: Site, brief: Brief, choices: Choices, standard: Standard, progress: Progress) -> Laid:
    """Size, lay out, mass and furnish a site.

    Parameters
    ----------
    progress
        Called with the name of each stage as it begins.

    Raises
    ------
    InfeasibleError
        If the brief does not fit the site, or the rows found house fewer people than the law's tolerance allows.
    """
    return furnish(mass_site(site, brief, choices, standard, progress), standard, progress)


def mass_site(site: Site, brief: Brief, choices: Choices, standard: Standard, progress: Progress) -> Massed:
    """Size a site, lay out its streets and lots, and stand its buildings.

    Raises
    ------
    InfeasibleError
        If the brief does not fit the site, or the rows found house fewer people than the law's tolerance allows.
    """
    try:
        return stand_homes(lay_lots(site, brief, choices, standard, progress), standard, progress)
    except InfeasibleError as first:
        if first.unit != "persons" or first.is_proven or first.have < NEARLY * first.need:
            raise
        try:  # other streets may carry what these nearly do
            other = replace(brief, seed=brief.seed + 1)
            return stand_homes(lay_lots(site, other, choices, standard, progress), standard, progress)
        except InfeasibleError:
            raise first from None


def lay_lots(site: Site, brief: Brief, choices: Choices, standard: Standard, progress: Progress) -> Lots:
    """Size a site, lay out its streets and lots, and stand its facilities.

    Raises
    ------
    InfeasibleError
        If the brief does not fit the site.
    """
    progress("program")
    program = program_of(site, brief, choices, standard)
    commission = Commission(site=site, brief=brief, program=program, choices=choices)
    require_possible(commission, standard)
    chances = _chances(brief)
    progress("structure")
    structure = lay_structure(commission, chances[0])
    progress("allocation")
    allocation = allocate(commission, structure, chances[1])
    facilities = place_facilities(commission, allocation, standard)
    return Lots(commission=commission, structure=structure, allocation=allocation, facilities=facilities)


def stand_homes(lots: Lots, standard: Standard, progress: Progress) -> Massed:
    """Stand the homes of a site.

    Raises
    ------
    InfeasibleError
        If the rows found house fewer people than the law's tolerance allows.
    """
    progress("massing")
    stood = mass(lots.commission, lots.structure, lots.allocation, lots.facilities, standard)
    _require_housed(stood.massing, lots.commission, standard)
    return Massed(commission=lots.commission, structure=lots.structure, allocation=lots.allocation, stood=stood)


def furnish(massed: Massed, standard: Standard, progress: Progress) -> Laid:
    """Lay ways, gates, greens, courts and stalls between the buildings, and put all together as a plan."""
    commission, structure, allocation, massing = massed.commission, massed.structure, massed.allocation, massed.massing
    progress("grounds")
    grounds = lay_grounds(commission, structure, allocation, massing, standard, _chances(commission.brief)[3])
    plan = assemble(commission, structure, allocation, massing, grounds)
    return Laid(plan=plan, notes=(*structure.notes, *allocation.notes, *massing.notes, *grounds.notes))


def _chances(brief: Brief) -> list[Generator]:
    """One source of chance a stage."""
    return np.random.default_rng(brief.seed).spawn(4)


def _require_housed(massing: Massing, commission: Commission, standard: Standard) -> None:
    """Raise where the dwellings found house fewer people than `drawing.people` lets pass."""
    brief = commission.brief
    housed = sum(building.dwellings for building in massing.buildings) * brief.household_size
    if housed < least_housed(standard) * brief.population:
        reasons = massing.notes[-1] if massing.notes else "land"
        raise InfeasibleError(
            "massing", f"people housed in lawful rows ({reasons})", brief.population, round(housed), "persons"
        )
