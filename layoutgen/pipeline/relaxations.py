"""What would make a brief fit: one demand at a time asked less of, with the people that the capacity model then gives."""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from layoutgen.drawings.layers import load_profile
from layoutgen.model.brief import Brief, Conditions
from layoutgen.model.choices import Choices, HousingChoices
from layoutgen.model.shortfall import Relaxation
from layoutgen.model.site import Site
from layoutgen.pipeline.class_capacity import Ground, capacity_of
from layoutgen.pipeline.manner_budget import LOT_WORDS
from layoutgen.pipeline.proof import least_housed
from layoutgen.pipeline.sharing import SHARED, lots_when_shared
from layoutgen.sentence import Sentence
from layoutgen.stages.massing import storey_options
from layoutgen.standards.clause import Standard

DENSITY_STEP, FAR_STEP, SIZE_STEP, AREA_STEP = 0.005, 0.05, 0.1, 1.0  # to which a figure is rounded
SIZE_MOST = 4.5  # persons a household: more is no household to plan for
AREA_LEAST = 60.0  # m2 of floor, the smallest mean dwelling proposed
FAR_MOST, DENSITY_MOST = 4.0, 0.5  # beyond what any class may have


@dataclass(frozen=True, slots=True, kw_only=True)
class Relaxing:
    """What is known when relaxations are tried."""

    site: Site
    brief: Brief
    ground: Ground
    choices: Choices
    standard: Standard
    reached: float  # people that the engine reached over those of the model: 1 where it was not asked

    def people(self, brief: Brief) -> int:
        """People that the model gives under a changed brief."""
        options = storey_options(brief, self.choices, self.standard)
        return round(capacity_of(self.ground, options, brief, least_housed(self.standard)).best.people * self.reached)

    def fits(self, brief: Brief) -> bool:
        """Whether all fit under a changed brief."""
        return self.people(brief) >= self.brief.population


def relaxations(known: Relaxing) -> tuple[Relaxation, ...]:
    """Every relaxation of this brief; those that fit first, the smallest change first."""
    found = [one for kind in KINDS for one in kind(known) if one.people > 0]
    return tuple(sorted(found, key=lambda one: (not one.fits, one.change)))


def _storeys(known: Relaxing) -> Iterator[Relaxation]:
    """More storeys, and the height that they need, where the brief caps either."""
    brief, asked = known.brief, known.brief.conditions
    loosened = replace(brief, conditions=replace(asked, storeys_max=None, height_max_m=None))
    lawful = [option.storeys for option in storey_options(loosened, known.choices, known.standard)]
    now = [option.storeys for option in storey_options(brief, known.choices, known.standard)]
    counted = {carried.option.storeys for carried in known.ground.carried}
    was = max(now) if now else _allowed(asked, known.choices.housing)
    higher = [storeys for storeys in lawful if storeys > was and storeys in counted]
    if not higher:
        return
    tried = [(storeys, _raised(brief, storeys, known.choices.housing)) for storeys in higher]
    storeys, changed = next((one for one in tried if known.fits(one[1])), tried[-1])
    height = changed.conditions.height_max_m
    up_to = "" if height is None or asked.height_max_m == height else f" ({height:g} m)"
    yield Relaxation(
        kind="storeys",
        was=float(was),
        value=float(storeys),
        says=Sentence(en=f"{storeys} storeys{up_to} rather than {was}", zh=f"层数由 {was} 层放宽到 {storeys} 层{up_to}"),
        people=known.people(changed),
        fits=known.fits(changed),
    )


def _allowed(asked: Conditions, housing: HousingChoices) -> int:
    """Storeys that the brief's caps allow, where no type has so few."""
    height_m = (asked.height_max_m or math.inf) - housing.plinth_m - housing.parapet_m
    return int(min(height_m / housing.storey_height_m, asked.storeys_max or math.inf))


def _raised(brief: Brief, storeys: int, housing: HousingChoices) -> Brief:
    """Brief whose caps allow so many storeys."""
    asked = brief.conditions
    height = housing.plinth_m + storeys * housing.storey_height_m + housing.parapet_m
    conditions = replace(
        asked,
        storeys_max=None if asked.storeys_max is None else max(asked.storeys_max, storeys),
        height_max_m=None if asked.height_max_m is None else max(asked.height_max_m, height),
    )
    return replace(brief, conditions=conditions)


def _far(known: Relaxing) -> Iterator[Relaxation]:
    was = known.brief.conditions.far_max
    if was is not None:
        value, brief = _least(known, lambda asked, value: _with(asked, far_max=value), (was, FAR_MOST, FAR_STEP))
        says = Sentence(en=f"FAR {value:.2f} rather than {was:g}", zh=f"容积率由 {was:g} 放宽到 {value:.2f}")
        yield _told(known, "far", (was, value), says, brief)


def _density(known: Relaxing) -> Iterator[Relaxation]:
    was = known.brief.conditions.density_max
    if was is not None:
        value, brief = _least(known, lambda asked, value: _with(asked, density_max=value), (was, DENSITY_MOST, DENSITY_STEP))
        says = Sentence(en=f"building density {value:.1%} rather than {was:.1%}", zh=f"建筑密度由 {was:.1%} 放宽到 {value:.1%}")
        yield _told(known, "density", (was, value), says, brief)


def _household_size(known: Relaxing) -> Iterator[Relaxation]:
    was = known.brief.household_size
    value, brief = _least(known, lambda asked, value: replace(asked, household_size=value), (was, SIZE_MOST, SIZE_STEP))
    if value > was:
        says = Sentence(
            en=f"{value:.1f} persons a household rather than {was:g}", zh=f"户均人口由 {was:g} 人改为 {value:.1f} 人"
        )
        yield _told(known, "household_size", (was, value), says, brief)


def _dwellings(known: Relaxing) -> Iterator[Relaxation]:
    """Smaller dwellings, all types by the same share."""
    was = sum(kind.area_m2 * kind.share for kind in known.brief.mix)

    def changed(asked: Brief, value: float) -> Brief:
        return replace(asked, mix=tuple(replace(kind, area_m2=kind.area_m2 * value / was) for kind in asked.mix))

    value, brief = _least(known, changed, (was, AREA_LEAST, -AREA_STEP))
    if value < was:
        says = Sentence(
            en=f"dwellings of {value:.0f} m2 on average rather than {was:.0f}",
            zh=f"户均面积由 {was:.0f} ㎡ 减到 {value:.0f} ㎡",
        )
        yield _told(known, "dwellings", (was, value), says, brief)


def _off_site(known: Relaxing) -> Iterator[Relaxation]:
    """A plot shared with the neighbourhood, where the law lets a project of this size do so."""
    was = known.ground.lots.of(known.brief.population)
    for kind in SHARED:
        lots = lots_when_shared(known.site, known.brief, known.choices, known.standard, kind)
        if lots is None:
            continue
        word, word_zh = LOT_WORDS[kind], load_profile().holding(f"lot.{kind}").zh
        says = Sentence(en=f"the {word} shared off the site within the walk allowed", zh=f"{word_zh}在步行距离内与场外共用")
        sharing = replace(known, ground=replace(known.ground, lots=lots))
        yield _told(sharing, "off_site", (was, lots.of(known.brief.population)), says, known.brief)


def _people(known: Relaxing) -> Iterator[Relaxation]:
    """Fewer people, everything else as asked."""
    was, people = known.brief.population, known.people(known.brief)
    says = Sentence(en=f"{people} persons rather than {was}", zh=f"人数由 {was} 人减到 {people} 人")
    yield Relaxation(kind="people", was=float(was), value=float(people), says=says, people=people, fits=0 < people <= was)


KINDS: tuple[Callable[[Relaxing], Iterator[Relaxation]], ...] = (
    _storeys,
    _far,
    _density,
    _household_size,
    _dwellings,
    _off_site,
    _people,
)


def _with(brief: Brief, *, far_max: float | None = None, density_max: float | None = None) -> Brief:
    asked = brief.conditions
    conditions = replace(asked, far_max=far_max or asked.far_max, density_max=density_max or asked.density_max)
    return replace(brief, conditions=conditions)


def _told(known: Relaxing, kind: str, change: tuple[float, float], says: Sentence, brief: Brief) -> Relaxation:
    people = known.people(brief)
    return Relaxation(
        kind=kind, was=change[0], value=change[1], says=says, people=people, fits=people >= known.brief.population
    )


def _least(known: Relaxing, changed: Callable[[Brief, float], Brief], steps: tuple[float, float, float]) -> tuple[float, Brief]:
    """Least change of a figure with which all fit, and the brief with it; else the least that does as much as the most.

    Parameters
    ----------
    steps
        The figure as it is, the most that it may become, and the step between.
    """
    was, most, step = steps
    count = max(int((most - was) / step + 1e-9), 0)
    aim = min(known.brief.population, known.people(changed(known.brief, was + count * step)))
    below, enough = -1, count
    while enough - below > 1:
        middle = (below + enough) // 2
        if known.people(changed(known.brief, was + middle * step)) >= aim:
            enough = middle
        else:
            below = middle
    value = round(was + enough * step, 6)
    return value, changed(known.brief, value)
