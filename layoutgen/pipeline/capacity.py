"""The capacity model of one community: streets and lots laid, homes counted by storey class; an estimate."""

from dataclasses import replace

import numpy as np

from layoutgen.errors import InfeasibleError
from layoutgen.model.brief import Brief, Conditions
from layoutgen.model.capacity import Capacity, ClassCapacity
from layoutgen.model.choices import Choices
from layoutgen.model.site import Site
from layoutgen.model.stages import Commission, Structure
from layoutgen.pipeline.class_capacity import HEIGHT_ASKED, LAND, Ground, balanced, capacity_of, floor_per_person
from layoutgen.pipeline.lots_land import LotsLand, land_of, lots_land
from layoutgen.pipeline.off_site import program_of
from layoutgen.pipeline.proof import least_housed
from layoutgen.stages.allocation import allocate
from layoutgen.stages.massing import count_homes, storey_options
from layoutgen.stages.structure import lay_structure
from layoutgen.standards.clause import Standard
from layoutgen.standards.community import community_size

HOPED = 0.85  # of the highest lawful FAR: the first guess, by which the lots are laid
FEWER = 0.7  # of a guess whose lots find no places
TRIES = 4
NO_STOREYS = "no housing type is as low as the storeys or height allowed"
PEOPLE_LEAST = 100  # the lots are laid for no fewer


def estimate_capacity(site: Site, brief: Brief, choices: Choices, standard: Standard) -> Capacity:
    """Estimate how many people one community on the site can be, whatever the brief's population."""
    try:
        ground = lay_ground(site, brief, choices, standard)
    except InfeasibleError as error:
        return nothing(site, error.what)
    options = storey_options(brief, choices, standard)
    capacity = capacity_of(ground, options, brief, least_housed(standard))
    return capacity if options else without_storeys(capacity)


def without_storeys(capacity: Capacity) -> Capacity:
    """Capacity where the brief's caps leave no housing type."""
    return replace(capacity, best=replace(capacity.best, binds=HEIGHT_ASKED), why_none=NO_STOREYS)


def nothing(site: Site, why: str) -> Capacity:
    """Capacity of a site on which nobody can be housed."""
    none = ClassCapacity(storey_class="", storeys=0, far=0.0, people=0, lots_m2=0.0, block_m2=0.0, binds=LAND)
    return Capacity(site_m2=site.boundary.area, streets_m2=0.0, blocks=0, best=none, classes=(), why_none=why)


def lay_ground(site: Site, brief: Brief, choices: Choices, standard: Standard) -> Ground:
    """Lay streets and lots for about as many people as there may be, and count homes in the blocks.

    Raises
    ------
    InfeasibleError
        If the law allows no storey number of the types, or the lots find no places even for a small part of those people.
    """
    lots = lots_land(site, brief, choices, standard)
    land_m2 = site.boundary.area - sum(shape.area for shape in site.keep_outs)
    free = replace(brief, conditions=Conditions())
    options = storey_options(brief, choices, standard) or storey_options(free, choices, standard)
    if not options:
        raise InfeasibleError("capacity", NO_STOREYS, 1.0, 0.0, "storey numbers")
    hoped = HOPED * max(option.far_reach for option in options) / floor_per_person(brief)
    people = min(balanced(land_m2, hoped, lots), community_size().population_high)
    for tried in range(TRIES):
        try:
            return _laid(site, replace(brief, population=max(people, PEOPLE_LEAST)), (choices, standard, lots))
        except InfeasibleError:
            if tried == TRIES - 1 or people <= PEOPLE_LEAST:
                raise
            people = round(people * FEWER)
    raise ValueError("no try was made")


def _laid(site: Site, brief: Brief, by: tuple[Choices, Standard, LotsLand]) -> Ground:
    choices, standard, lots = by
    program = program_of(site, brief, choices, standard)
    commission = Commission(site=site, brief=brief, program=program, choices=choices)
    chances = np.random.default_rng(brief.seed).spawn(2)
    structure = lay_structure(commission, chances[0])
    allocation = allocate(commission, structure, chances[1])
    return Ground(
        site_m2=site.boundary.area,
        streets_m2=_streets_m2(structure),
        people=brief.population,
        lots_m2=land_of(program),
        block_m2=sum(block.outline.area for block in allocation.blocks),
        blocks=len(allocation.blocks),
        lots=lots,
        carried=count_homes(commission, structure, allocation, standard),
    )


def _streets_m2(structure: Structure) -> float:
    return sum(way.outline.area for way in structure.streets) if structure.is_public else 0.0
