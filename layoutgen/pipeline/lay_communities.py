"""A site for more people than one community holds: divided, laid community by community, and put together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from layoutgen.errors import InputError
from layoutgen.model.brief import Brief
from layoutgen.model.choices import Choices
from layoutgen.model.kinds import StreetMode
from layoutgen.model.site import Site
from layoutgen.pipeline.assemble import facts_of
from layoutgen.pipeline.lay_plan import Laid, Massed, Progress, furnish, lay_plan, silent
from layoutgen.pipeline.merge import led_by, merge_plans
from layoutgen.pipeline.off_site import second_sentences
from layoutgen.pipeline.stand_communities import Means, stand_communities
from layoutgen.processes import Crew
from layoutgen.sentence import Sentence
from layoutgen.stages.division import Division, community_site, divide_site, propose_stops
from layoutgen.standards.clause import Standard
from layoutgen.standards.community import community_size


@dataclass(frozen=True, slots=True, kw_only=True)
class _Furnishing:
    """A community whose buildings stand, among those of the others."""

    massed: Massed
    standard: Standard


def lay_site(site: Site, brief: Brief, choices: Choices, standard: Standard, progress: Progress, crew: Crew) -> Laid:
    """Lay out a site as one community, or divided where it is for more people than one holds.

    Parameters
    ----------
    progress
        Called with the name of each stage as it begins.
    crew
        Processes that lay communities side by side; the plan is the same whatever their number.

    Raises
    ------
    InputError
        If a site to be divided is asked for without public streets.
    InfeasibleError
        If the brief does not fit the site; of a divided site the message says which community.
    """
    if brief.population <= community_size().population_high:
        return lay_plan(site, brief, choices, standard, progress)
    if brief.streets is StreetMode.GATED:
        raise InputError("", "streets", brief.streets.value, "public or auto: a site of several communities has public streets")
    progress("division")
    division = divide_site(site, brief.population, choices.streets)
    public = replace(brief, streets=StreetMode.PUBLIC)
    means = Means(site=site, brief=public, choices=choices, standard=standard, progress=progress, crew=crew)
    division, massed = stand_communities(means, division)
    laid = _furnish_all(means, division, massed)
    named = tuple(zip(division.communities, laid, strict=True))
    plans = [led_by(one.plan, community.id) for community, one in named]
    notes = tuple(f"{community.id}: {note}" for community, one in named for note in one.notes)
    stops = propose_stops(division.roads, division.communities, len(site.bus_stops) + 1)
    said = (*_assumptions(division, len(stops)), *_second_kindergartens(division, massed, standard))
    told = replace(public, assumptions=(*brief.assumptions, *said))
    plan = merge_plans(site, division, plans, facts_of(site, told, choices), stops)
    return Laid(plan=plan, notes=notes)


def _furnish_all(means: Means, division: Division, massed: Sequence[Massed]) -> list[Laid]:
    """Lay the ground between the buildings of every community; each knows what stands in the others."""
    tasks: list[_Furnishing] = []
    for number, (community, own) in enumerate(zip(division.communities, massed, strict=True)):
        others = [one.massing for n, one in enumerate(massed) if n != number]
        around = community_site(means.site, division, community, others)
        whole = replace(own, commission=replace(own.commission, site=around))
        tasks.append(_Furnishing(massed=whole, standard=means.standard))
    return means.crew.each(_furnished, tasks, means.telling("grounds", len(tasks)))


def _furnished(task: _Furnishing) -> Laid:
    return furnish(task.massed, task.standard, silent)


def _second_kindergartens(division: Division, massed: Sequence[Massed], standard: Standard) -> Iterator[Sentence]:
    for community, one in zip(division.communities, massed, strict=True):
        given = one.commission
        for told in second_sentences(given.site, given.brief, given.choices, standard):
            yield Sentence(en=f"{community.id}: {told.en}", zh=f"{community.id}：{told.zh}")


def _assumptions(division: Division, stops: int) -> Iterator[Sentence]:
    count = len(division.communities)
    people = ", ".join(f"{community.id} {community.people}" for community in division.communities)
    yield Sentence(
        en=f"divided into {count} communities by main roads: {people} persons", zh=f"由城市道路分成 {count} 个社区:{people} 人"
    )
    yield Sentence(
        en=f"{stops} bus stops on the new main roads are proposed, to be agreed with those who run the buses",
        zh=f"新城市道路上拟设 {stops} 处公交站,待与公交部门商定",
    )
