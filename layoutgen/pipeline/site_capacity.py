"""The capacity of a whole site: of one community, or of the communities that it divides into."""

from dataclasses import replace

from layoutgen.errors import InfeasibleError
from layoutgen.model.brief import Brief
from layoutgen.model.capacity import Capacity, ClassCapacity
from layoutgen.model.choices import Choices
from layoutgen.model.kinds import StreetMode
from layoutgen.model.site import Site
from layoutgen.pipeline.capacity import HOPED, estimate_capacity
from layoutgen.pipeline.class_capacity import floor_per_person
from layoutgen.pipeline.lots_land import lots_land
from layoutgen.sentence import Sentence
from layoutgen.stages.division import Division, community_site, divide_site
from layoutgen.stages.massing import storey_options
from layoutgen.standards.clause import Standard
from layoutgen.standards.community import community_size, divide_people

TRIES = 2  # more divisions, each for the people that the one before holds
ONE_COMMUNITY = Sentence(en="the size of one community", zh="单个社区人口上限")
WORTH_DIVIDING = 1.1  # of the most people of one community: the roads between two take more than is won below


def estimate_site(site: Site, brief: Brief, choices: Choices, standard: Standard, people_max: int) -> Capacity:
    """Estimate how many people a site can house, divided into communities where it holds more than one.

    Parameters
    ----------
    people_max
        No more are asked for.
    """
    most = community_size().population_high
    hoped = min(_hoped(site, brief, choices, standard), people_max)
    if hoped <= most * WORTH_DIVIDING or people_max <= most:
        return _one(site, brief, choices, standard)
    if brief.streets is StreetMode.GATED:
        return replace(_one(site, brief, choices, standard), why_undivided="streets are gated")
    people, by = hoped, (choices, standard)
    capacity = _divided(site, brief, by, people)
    for _ in range(TRIES):
        if _communities(capacity.best.people) >= _communities(people):
            break
        people = capacity.best.people
        capacity = _divided(site, brief, by, people)
    return capacity


def _communities(people: int) -> int:
    return len(divide_people(max(people, 1)))


def _divided(site: Site, brief: Brief, by: tuple[Choices, Standard], people: int) -> Capacity:
    """Capacity of the communities that so many people make."""
    choices, standard = by
    if people <= community_size().population_high:
        return _one(site, brief, choices, standard)
    try:
        division = divide_site(site, people, choices.streets)
    except InfeasibleError as error:
        return replace(_one(site, brief, choices, standard), why_undivided=error.what)
    return _summed(site, division, [_one(own, brief, choices, standard) for own in _sites(site, division)])


def _one(site: Site, brief: Brief, choices: Choices, standard: Standard) -> Capacity:
    """One community, never more than it may hold."""
    capacity = estimate_capacity(site, brief, choices, standard)
    return replace(capacity, best=_within(capacity.best), classes=tuple(_within(row) for row in capacity.classes))


def _within(row: ClassCapacity) -> ClassCapacity:
    most = community_size().population_high
    return replace(row, people=most, binds=ONE_COMMUNITY) if row.people > most else row


def _hoped(site: Site, brief: Brief, choices: Choices, standard: Standard) -> int:
    """About how many people the site could house by land alone, the lots of one full community taken for each."""
    options = storey_options(brief, choices, standard)
    if not options:
        return 0
    most = community_size().population_high
    block_m2 = floor_per_person(brief) / (HOPED * max(option.far_reach for option in options))
    land_m2 = site.boundary.area - sum(shape.area for shape in site.keep_outs)
    return int(land_m2 / (block_m2 + lots_land(site, brief, choices, standard).of(most) / most))


def _sites(site: Site, division: Division) -> tuple[Site, ...]:
    return tuple(community_site(site, division, community, []) for community in division.communities)


def _summed(site: Site, division: Division, parts: list[Capacity]) -> Capacity:
    """Capacities of communities and their main roads as one: people are shared out by land, so the weakest binds."""
    roads_m2 = sum(road.outline.area for road in division.roads)
    shares = [community.people for community in division.communities]
    names = dict.fromkeys(row.storey_class for part in parts for row in part.classes)
    by_class = [[row for part in parts for row in part.classes if row.storey_class == name] for name in names]
    return Capacity(
        site_m2=site.boundary.area,
        streets_m2=roads_m2 + sum(part.streets_m2 for part in parts),
        blocks=sum(part.blocks for part in parts),
        best=_total([part.best for part in parts], shares),
        classes=tuple(_total(rows, shares) for rows in by_class if len(rows) == len(parts)),
        communities=len(parts),
    )


def _total(rows: list[ClassCapacity], shares: list[int]) -> ClassCapacity:
    """All communities with people in the proportion of their shares."""
    block_m2 = sum(row.block_m2 for row in rows)
    pairs = list(zip(rows, shares, strict=True))
    weakest, share = min(pairs, key=lambda pair: pair[0].people / pair[1])
    return ClassCapacity(
        storey_class=weakest.storey_class,
        storeys=max(row.storeys for row in rows),
        far=sum(row.far * row.block_m2 for row in rows) / block_m2 if block_m2 else 0.0,
        people=weakest.people * sum(shares) // share,
        lots_m2=sum(row.lots_m2 for row in rows),
        block_m2=block_m2,
        binds=weakest.binds,
    )
