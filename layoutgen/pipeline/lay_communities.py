"""A site for more people than one community holds: divided, laid community by community, and put together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from layoutgen.errors import InfeasibleError, InputError
from layoutgen.model.brief import Brief
from layoutgen.model.choices import Choices
from layoutgen.model.kinds import StreetMode
from layoutgen.model.plan import Community
from layoutgen.model.site import Site
from layoutgen.model.stages import Massing
from layoutgen.pipeline.assemble import facts_of
from layoutgen.pipeline.lay_plan import Laid, Massed, Progress, furnish, lay_plan, mass_site, silent
from layoutgen.pipeline.merge import led_by, merge_plans
from layoutgen.pipeline.off_site import second_sentences
from layoutgen.processes import Crew
from layoutgen.sentence import Sentence
from layoutgen.stages.division import Division, community_site, divide_site, propose_stops, relieve
from layoutgen.standards.clause import Standard
from layoutgen.standards.community import community_size

SHIFTS = 2  # times that people are moved between communities
PERSONS = "persons"  # unit of what a community's rows fall short of


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
    division, massed = _mass_shared(site, division, public, (choices, standard), progress)
    laid = _furnish_all(site, division, massed, standard, (crew, progress))
    named = tuple(zip(division.communities, laid, strict=True))
    plans = [led_by(one.plan, community.id) for community, one in named]
    notes = tuple(f"{community.id}: {note}" for community, one in named for note in one.notes)
    stops = propose_stops(division.roads, division.communities, len(site.bus_stops) + 1)
    said = (*_assumptions(division, len(stops)), *_second_kindergartens(division, massed, standard))
    told = replace(public, assumptions=(*brief.assumptions, *said))
    plan = merge_plans(site, division, plans, facts_of(site, told, choices), stops)
    return Laid(plan=plan, notes=notes)


def _furnish_all(
    site: Site, division: Division, massed: Sequence[Massed], standard: Standard, by: tuple[Crew, Progress]
) -> list[Laid]:
    """Lay the ground between the buildings of every community; each knows what stands in the others."""
    (crew, progress), tasks = by, list[_Furnishing]()
    for number, (community, own) in enumerate(zip(division.communities, massed, strict=True)):
        others = [one.massing for n, one in enumerate(massed) if n != number]
        around = community_site(site, division, community, others)
        whole = replace(own, commission=replace(own.commission, site=around))
        tasks.append(_Furnishing(massed=whole, standard=standard))

    def told(done: int) -> None:
        progress(f"grounds {done}/{len(tasks)}")

    told(0)
    return crew.each(_furnished, tasks, told)


def _furnished(task: _Furnishing) -> Laid:
    return furnish(task.massed, task.standard, silent)


def _mass_shared(
    site: Site, division: Division, brief: Brief, by: tuple[Choices, Standard], progress: Progress, shifts: int = SHIFTS
) -> tuple[Division, tuple[Massed, ...]]:
    """Stand the buildings; where a community houses fewer than its share, once more with people moved to the others."""
    massed: list[Massed] = []
    try:
        for community in division.communities:
            around = [one.massing for one in massed]
            massed.append(_mass_one(site, (division, community), around, brief, by, progress))
    except InfeasibleError as error:
        eased = _eased(division, len(massed), error) if shifts else None
        if eased is None:
            raise
        try:
            return _mass_shared(site, eased, brief, by, progress, shifts - 1)
        except InfeasibleError:
            raise error from None
    return division, tuple(massed)


def _eased(division: Division, short: int, error: InfeasibleError) -> Division | None:
    """Division with what one community does not house moved to the others; None where nothing can be moved."""
    if error.unit != PERSONS or error.is_proven:
        return None
    people = relieve([community.people for community in division.communities], short, int(error.have), community_size())
    if people is None:
        return None
    pairs = zip(division.communities, people, strict=True)
    return replace(division, communities=tuple(replace(community, people=share) for community, share in pairs))


def _mass_one(
    site: Site,
    own: tuple[Division, Community],
    around: Sequence[Massing],
    brief: Brief,
    by: tuple[Choices, Standard],
    progress: Progress,
) -> Massed:
    """Stand the buildings of one community, which keeps the sun of those before it."""
    division, community = own
    place = community_site(site, division, community, around)
    asked = replace(brief, population=community.people)
    try:
        return mass_site(place, asked, *by, _named(progress, community, division))
    except InfeasibleError as error:
        land = f"{community.people} persons on {community.outline.area / 1e4:.1f} ha"
        what = f"community {community.id} of {land}: {error.what}"
        raise InfeasibleError(error.stage, what, error.need, error.have, error.unit, is_proven=error.is_proven) from error


def _named(progress: Progress, community: Community, division: Division) -> Progress:
    return lambda stage: progress(f"{community.id}/{len(division.communities)} {stage}")


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
