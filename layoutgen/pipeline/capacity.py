"""The capacity model of one community: streets and lots laid, homes counted by storey class; an estimate."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

import numpy as np

from layoutgen.errors import InfeasibleError
from layoutgen.model.brief import Brief, Conditions
from layoutgen.model.capacity import Capacity, ClassCapacity
from layoutgen.model.choices import Choices
from layoutgen.model.site import Site
from layoutgen.model.stages import Commission, Structure
from layoutgen.pipeline.lots_land import LotsLand, land_of, lots_land
from layoutgen.pipeline.off_site import program_of
from layoutgen.sentence import Sentence
from layoutgen.stages.allocation import allocate
from layoutgen.stages.massing import Carried, StoreyOption, count_homes, storey_options
from layoutgen.stages.structure import lay_structure
from layoutgen.standards.clause import Standard
from layoutgen.standards.community import community_size

ROUNDS = 16  # of the fixed point between people and the land that their facilities take
HOPED = 0.85  # of the highest lawful FAR: the first guess, by which the lots are laid
FEWER = 0.7  # of a guess whose lots find no places
TRIES = 4
PEOPLE_LEAST = 100  # the lots are laid for no fewer
NEAR_CAP = 0.97  # of a cap: whole slabs come no nearer
SUN = Sentence(en="sun and lanes", zh="日照与道路")
FAR_OF_CLASS = Sentence(en="FAR of the class", zh="本类别容积率")
DENSITY_OF_CLASS = Sentence(en="density of the class", zh="本类别建筑密度")
FAR_ASKED = Sentence(en="FAR of the brief", zh="规划条件容积率")
DENSITY_ASKED = Sentence(en="density of the brief", zh="规划条件建筑密度")
LAND = Sentence(en="land", zh="用地")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """A site with its streets and the lots of so many people, and what its blocks carry."""

    site_m2: float
    streets_m2: float  # public ones
    people: int  # that the lots are laid for
    lots_m2: float  # as sized for them
    block_m2: float
    blocks: int
    lots: LotsLand
    carried: tuple[Carried, ...]


def estimate_capacity(site: Site, brief: Brief, choices: Choices, standard: Standard) -> Capacity:
    """Estimate how many people one community on the site can be, whatever the brief's population."""
    try:
        ground = lay_ground(site, brief, choices, standard)
    except InfeasibleError as error:
        return nothing(site, error.what)
    return capacity_of(ground, storey_options(brief, choices, standard), brief, least_housed(standard))


def nothing(site: Site, why: str) -> Capacity:
    """Capacity of a site on which nobody can be housed."""
    none = ClassCapacity(storey_class="", storeys=0, far=0.0, people=0, lots_m2=0.0, block_m2=0.0, binds=LAND)
    return Capacity(site_m2=site.boundary.area, streets_m2=0.0, blocks=0, best=none, classes=(), why_none=why)


def least_housed(standard: Standard) -> float:
    """Share of the people asked that have to be housed."""
    return standard.clause("drawing.people").bound.low or 1.0


def lay_ground(site: Site, brief: Brief, choices: Choices, standard: Standard) -> Ground:
    """Lay streets and lots for about as many people as there may be under the brief's caps, and count homes in the blocks.

    Raises
    ------
    InfeasibleError
        If no storey number is lawful, or the lots find no places even for a small part of those people.
    """
    lots = lots_land(site, brief, choices, standard)
    land_m2 = site.boundary.area - sum(shape.area for shape in site.keep_outs)
    options = storey_options(brief, choices, standard)
    if not options:
        raise InfeasibleError("capacity", "a lawful storey number", 1.0, 0.0, "storey numbers")
    hoped = HOPED * max(option.far_reach for option in options) / floor_per_person(brief)
    people = min(_balanced(land_m2, hoped, lots), community_size().population_high)
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


def floor_per_person(brief: Brief) -> float:
    """Floor area of homes a person, by the dwelling mix and the household size [m2]."""
    return sum(kind.area_m2 * kind.share for kind in brief.mix) / brief.household_size


def capacity_of(ground: Ground, options: Sequence[StoreyOption], brief: Brief, least: float) -> Capacity:
    """Capacity of a ground under the caps of some options.

    Parameters
    ----------
    least
        Share of the people asked that have to be housed.
    """
    each = [tuple(group) for _, group in groupby(options, key=lambda option: option.storey_class)]
    per_person = floor_per_person(brief) * least
    return Capacity(
        site_m2=ground.site_m2,
        streets_m2=ground.streets_m2,
        blocks=ground.blocks,
        best=_most(ground, options, per_person, brief.conditions),
        classes=tuple(_most(ground, group, per_person, brief.conditions) for group in each),
    )


def _most(ground: Ground, options: Sequence[StoreyOption], per_person_m2: float, asked: Conditions) -> ClassCapacity:
    """The most people that some options give, each block by the one that carries most."""
    caps = {option.storeys: option for option in options}
    blocks: dict[str, tuple[float, Carried]] = {}
    for carried in ground.carried:
        option = caps.get(carried.option.storeys)
        if option is not None:
            gfa = min(carried.gfa_m2, option.far_reach * carried.area_m2)
            if carried.block not in blocks or gfa > blocks[carried.block][0]:
                blocks[carried.block] = (gfa, carried)
    far = sum(gfa for gfa, _ in blocks.values()) / ground.block_m2 if ground.block_m2 else 0.0
    people, lots_m2 = _settled(ground, far / per_person_m2)
    used = [carried.option.storeys for gfa, carried in blocks.values() if gfa > 0.0]
    classes = {option.storey_class for option in options}
    return ClassCapacity(
        storey_class=classes.pop() if len(classes) == 1 else "",
        storeys=max(used, default=max(caps, default=0)),
        far=far,
        people=people,
        lots_m2=lots_m2,
        block_m2=max(ground.block_m2 + ground.lots_m2 - lots_m2, 0.0),
        binds=_binding(blocks, caps, asked),
    )


def _binding(blocks: Mapping[str, tuple[float, Carried]], caps: Mapping[int, StoreyOption], asked: Conditions) -> Sentence:
    """What binds on most of the block land."""
    land: dict[Sentence, float] = {}
    for gfa, carried in blocks.values():
        name = _bound(gfa, carried, caps[carried.option.storeys], asked)
        land[name] = land.get(name, 0.0) + carried.area_m2
    return max(land, key=lambda name: (land[name], name.en)) if land else LAND


def _bound(gfa_m2: float, carried: Carried, option: StoreyOption, asked: Conditions) -> Sentence:
    if gfa_m2 < NEAR_CAP * option.far_reach * carried.area_m2:
        return SUN
    if option.far_max <= option.density_max * option.storeys:
        return FAR_ASKED if option.far_max == asked.far_max else FAR_OF_CLASS
    return DENSITY_ASKED if option.density_max == asked.density_max else DENSITY_OF_CLASS


def _settled(ground: Ground, people_per_m2: float) -> tuple[int, float]:
    """People on the block land and the land of their lots, where both agree."""
    land_m2 = ground.block_m2 + ground.lots_m2
    people = _balanced(land_m2, people_per_m2, ground.lots)
    return people, ground.lots.of(people)


def _balanced(land_m2: float, people_per_m2: float, lots: LotsLand) -> int:
    """People whose lots leave just the block land that they need."""
    people = 0.0
    for _ in range(ROUNDS):
        people = 0.5 * people + 0.5 * max(land_m2 - lots.of(people), 0.0) * people_per_m2
    return int(people)
