"""The buildings of a divided site: communities massed side by side, then mended where one takes another's sun."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from layoutgen.errors import InfeasibleError
from layoutgen.model.brief import Brief
from layoutgen.model.choices import Choices
from layoutgen.model.plan import Community
from layoutgen.model.site import Site
from layoutgen.model.stages import Commission, Massing
from layoutgen.pipeline.lay_plan import Lots, Massed, Progress, lay_lots, silent, stand_homes
from layoutgen.processes import Crew
from layoutgen.stages.division import Division, community_site, relieve
from layoutgen.stages.massing import Order, dark_blocks, is_dark, is_sunny, mended, taker
from layoutgen.standards.clause import Standard
from layoutgen.standards.community import community_size

SHIFTS = 2  # times that people are moved between communities
PERSONS = "persons"  # unit of what a community's rows fall short of
WHOLE = 0.998  # of the households: a block filled anew has cost no homes
HOUSED = 0.99  # of the households: it has cost few
TAKERS = 4  # looks at which block of the others takes a community's sun


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """What every community is laid out with."""

    site: Site  # the whole
    brief: Brief  # of the whole
    choices: Choices
    standard: Standard
    progress: Progress
    crew: Crew

    def telling(self, stage: str, count: int) -> Callable[[int], None]:
        """Progress of a stage of all communities, told from nought on."""

        def told(done: int) -> None:
            self.progress(f"{stage} {done}/{count}")

        told(0)
        return told


@dataclass(frozen=True, slots=True, kw_only=True)
class _Task:
    """One community to be laid out, as far as its lots."""

    number: int
    community: Community
    place: Site
    brief: Brief
    choices: Choices
    standard: Standard


@dataclass(frozen=True, slots=True, kw_only=True)
class _HomesTask:
    """One community whose homes are to be stood, with what stands round it."""

    number: int
    community: Community
    lots: Lots
    standard: Standard


class _ShortError(Exception):
    """Which community does not fit, and how."""

    def __init__(self, number: int, error: InfeasibleError) -> None:
        super().__init__(number, error)
        self.number = number
        self.error = error


def stand_communities(means: Means, division: Division, shifts: int = SHIFTS) -> tuple[Division, tuple[Massed, ...]]:
    """Stand the buildings; where a community houses fewer than its share, once more with people moved to the others.

    Raises
    ------
    InfeasibleError
        If people cannot be moved so that all fit; the message says which community was short first.
    """
    try:
        lots = _all_lots(means, division)
        alone = _side_by_side(means, division, lots)
        return division, _together(means, division, lots, alone) or _one_by_one(means, division, lots)
    except _ShortError as short:
        eased = _eased(division, short.number, short.error) if shifts else None
        if eased is None:
            raise short.error from None
        try:
            return stand_communities(means, eased, shifts - 1)
        except InfeasibleError:
            raise short.error from None


def _all_lots(means: Means, division: Division) -> list[Lots]:
    """Streets, lots and facilities of every community."""
    tasks = [
        _Task(
            number=number,
            community=community,
            place=community_site(means.site, division, community, ()),
            brief=replace(means.brief, population=community.people),
            choices=means.choices,
            standard=means.standard,
        )
        for number, community in enumerate(division.communities)
    ]
    return means.crew.each(_lots, tasks, means.telling("lots", len(tasks)))


def _side_by_side(means: Means, division: Division, lots: Sequence[Lots]) -> list[Massed]:
    """Every community as if nothing but facilities stood in the others."""
    facilities = [one.facilities.massing for one in lots]
    tasks = [
        _homes_task(means, division, (number, one), [*facilities[:number], *facilities[number + 1 :]])
        for number, one in enumerate(lots)
    ]
    return means.crew.each(_massed, tasks, means.telling("buildings", len(tasks)))


def _together(means: Means, division: Division, lots: Sequence[Lots], alone: Sequence[Massed]) -> tuple[Massed, ...] | None:
    """Communities of which the blocks keep the sun among all others; None where some cannot be mended so."""
    mending = _Mending(means=means, division=division, lots=lots, found=list(alone))
    for number in range(len(alone)):
        means.progress(f"sun {number + 1}/{len(alone)}")
        if not (mending.lit(number) or mending.is_stood_anew(number)):
            return None
    found, standard = mending.found, means.standard
    proven = (
        is_sunny(one.stood, before.commission, mending.among(number), standard)
        for number, (before, one) in enumerate(zip(lots, found, strict=True))
    )
    return tuple(found) if all(proven) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mending:
    """Communities that are being brought to bear each other."""

    means: Means
    division: Division
    lots: Sequence[Lots]
    found: list[Massed]

    def among(self, number: int) -> Commission:
        """What one community is asked, with the buildings of all others round it."""
        others = [one.massing for n, one in enumerate(self.found) if n != number]
        place = community_site(self.means.site, self.division, self.division.communities[number], others)
        return replace(self.found[number].commission, site=place)

    def lit(self, number: int) -> bool:
        """Bring sun to the homes and playrooms of a community that others took; false where that costs too many homes."""
        dark = self._dark_blocks(number)
        anew = self._anew(number, Order(blocks=dark)) if dark else self.found[number]
        if _housed(anew) < WHOLE and self._lit_by_others(number):
            return True
        if _housed(anew) < HOUSED:
            anew = self._anew(number, Order(blocks=dark, is_thorough=True))
        self.found[number] = anew
        return _housed(anew) >= HOUSED and self._lit_by_others(number)

    def is_stood_anew(self, number: int) -> bool:
        """Stand all homes of a community anew among the others; false where too few people fit or playrooms stay dark."""
        around = [one.massing for n, one in enumerate(self.found) if n != number]
        task = _homes_task(self.means, self.division, (number, self.lots[number]), around)
        try:
            self.found[number] = stand_homes(task.lots, task.standard, silent)
        except InfeasibleError:
            return False
        return not is_dark(self.found[number].massing, self.among(number), self.means.standard)

    def _lit_by_others(self, number: int) -> bool:
        """Bring sun by filling those blocks of the others anew that take most of it; nothing is done where that fails."""
        before, own, standard = list(self.found), self.found[number], self.means.standard
        ranks = [n for n in range(len(before)) if n != number]
        for _ in range(TAKERS):
            if not is_dark(own.massing, self.among(number), standard):
                return True
            found = taker(own.massing, [self.found[n].massing for n in ranks], self.lots[number].commission, standard)
            if found is None:
                break
            other = ranks[found[0]]
            self.found[other] = self._anew(other, Order(blocks=self._dark_blocks(other) | {found[1]}))
            if _housed(self.found[other]) < HOUSED:
                break
        self.found[:] = before
        return False

    def _dark_blocks(self, number: int) -> frozenset[str]:
        return dark_blocks(self.found[number].massing, self.among(number), self.means.standard)

    def _anew(self, number: int, order: Order) -> Massed:
        own = self.found[number]
        return replace(own, stood=mended(own.stood, order, self.among(number), own.structure, self.means.standard))


def _housed(one: Massed) -> float:
    """Share of the households that have a home."""
    return sum(row.dwellings for row in one.stood.rows) / one.commission.program.households


def _one_by_one(means: Means, division: Division, lots: Sequence[Lots]) -> tuple[Massed, ...]:
    """Communities north to south, each keeping the sun of those before it and of the facilities of all."""
    found: list[Massed] = []
    for number, own in enumerate(lots):
        means.progress(f"buildings among others {number + 1}/{len(lots)}")
        around = [*(one.massing for one in found), *(one.facilities.massing for one in lots[number + 1 :])]
        found.append(_massed(_homes_task(means, division, (number, own), around)))
    return tuple(found)


def _homes_task(means: Means, division: Division, own: tuple[int, Lots], around: Sequence[Massing]) -> _HomesTask:
    number, lots = own
    community = division.communities[number]
    place = community_site(means.site, division, community, around)
    placed = replace(lots, commission=replace(lots.commission, site=place))
    return _HomesTask(number=number, community=community, lots=placed, standard=means.standard)


def _lots(task: _Task) -> Lots:
    try:
        return lay_lots(task.place, task.brief, task.choices, task.standard, silent)
    except InfeasibleError as error:
        raise _short(task.number, task.community, error) from None


def _massed(task: _HomesTask) -> Massed:
    try:
        return stand_homes(task.lots, task.standard, silent)
    except InfeasibleError as error:
        raise _short(task.number, task.community, error) from None


def _short(number: int, community: Community, error: InfeasibleError) -> _ShortError:
    land = f"{community.people} persons on {community.outline.area / 1e4:.1f} ha"
    what = f"community {community.id} of {land}: {error.what}"
    told = InfeasibleError(error.stage, what, error.need, error.have, error.unit, is_proven=error.is_proven)
    return _ShortError(number, told)


def _eased(division: Division, short: int, error: InfeasibleError) -> Division | None:
    """Division with what one community does not house moved to the others; None where nothing can be moved."""
    if error.unit != PERSONS or error.is_proven:
        return None
    people = relieve([community.people for community in division.communities], short, int(error.have), community_size())
    if people is None:
        return None
    pairs = zip(division.communities, people, strict=True)
    return replace(division, communities=tuple(replace(community, people=share) for community, share in pairs))
