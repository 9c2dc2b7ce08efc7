"""From what was asked to a brief: defaults for what is missing, every assumption a sentence."""

from collections.abc import Iterable
from dataclasses import replace
from math import floor

from layoutgen.errors import InputError
from layoutgen.inputs.asked import Asked
from layoutgen.inputs.brief_defaults import BriefDefaults, load_defaults
from layoutgen.inputs.checked import check_number, load_ranges
from layoutgen.inputs.packs import NamedPacks, tell_packs_apart
from layoutgen.inputs.place import settle_place
from layoutgen.model.brief import Brief, Conditions, DwellingType
from layoutgen.model.kinds import Mode, StreetMode
from layoutgen.sentence import Sentence
from layoutgen.standards.community import community_size, divide_people
from layoutgen.standards.parameters import settle_parameters

DRAWING_PACK = "drawing"
FLOOR_AREA = "floor_area_per_person"
HUNDRED_M2 = 100.0


def settle_brief(asked: Asked, site_area_m2: float | None = None) -> Brief:
    """Make a complete brief, its assumptions printed.

    Parameters
    ----------
    site_area_m2
        Area within the boundary; needed where a FAR is given instead of a population. [m2]

    Raises
    ------
    InputError
        If a value is out of its range, words contradict each other, or neither population nor FAR is given.
    """
    defaults = load_defaults()
    notes: list[Sentence] = []
    packs = tell_packs_apart(asked.packs)
    household_size = _household_size(asked, defaults, notes)
    parameters = settle_parameters(dict(asked.parameters), asked.file)
    mix = asked.mix or _default_mix(asked, defaults, household_size)
    if not asked.mix:
        listed = ", ".join(f"{one.area_m2:g} m2 {one.share:.0%}" for one in mix)
        notes.append(Sentence(en=f"dwelling mix not given: {listed}", zh=f"未给套型比例：{listed}"))
    population = _population(asked, mix, household_size, site_area_m2, notes)
    _note_community(population, notes)
    place, where = settle_place(asked, _number(asked, "latitude"), defaults.city)
    notes.extend(where)
    return Brief(
        population=population,
        far_target=_number(asked, "far"),
        household_size=household_size,
        mix=mix,
        conditions=_conditions(asked, mix),
        place=place,
        streets=StreetMode(_word(asked.file, "streets", asked.streets, StreetMode, defaults.streets)),
        mode=Mode(_word(asked.file, "mode", asked.mode, Mode, defaults.mode)),
        is_constrained=bool(asked.constrained),
        features=tuple(sorted(set(asked.features))),
        packs=_packs(packs, defaults),
        pack_folders=packs.folders,
        parameters=parameters,
        protect_north=bool(asked.protect_north),
        template=asked.template or "default",
        seed=int(_number(asked, "seed", is_whole=True) or 0),
        assumptions=(*notes, *_standing_assumptions(asked)),
        waivers=asked.waivers,
    )


def _number(asked: Asked, key: str, *, is_whole: bool = False) -> float | None:
    value: float | str | None = getattr(asked, key)
    within = load_ranges("brief")[key]
    return None if value is None else check_number(asked.file, key, _as_number(value), within, is_whole=is_whole)


def _household_size(asked: Asked, defaults: BriefDefaults, notes: list[Sentence]) -> float:
    given = _number(asked, "household_size")
    if given is None:
        size = defaults.household_size
        notes.append(Sentence(en=f"household size not given: {size:g} persons", zh=f"未给户均人口：{size:g} 人"))
        return size
    return given


def _default_mix(asked: Asked, defaults: BriefDefaults, household_size: float) -> tuple[DwellingType, ...]:
    """Default mix, as it stands; drawn to the floor area a person where the brief gives one."""
    per_person = dict(asked.parameters).get(FLOOR_AREA)
    if per_person is None:
        return defaults.mix
    factor = household_size * per_person / sum(one.area_m2 * one.share for one in defaults.mix)
    return tuple(replace(one, area_m2=round(one.area_m2 * factor, 1)) for one in defaults.mix)


def _population(
    asked: Asked, mix: tuple[DwellingType, ...], household_size: float, site_area_m2: float | None, notes: list[Sentence]
) -> int:
    within = load_ranges("brief")["population"]
    if asked.population is not None and asked.far is not None:
        raise InputError(
            asked.file, "population", f"{asked.population} and far = {asked.far}", "a population or a FAR, not both"
        )
    if asked.population is not None:
        return int(check_number(asked.file, "population", _as_number(asked.population), within, is_whole=True))
    far = _number(asked, "far")
    if far is None:
        raise InputError(asked.file, "population", "missing", f"{within.says(is_whole=True)}, or a FAR")
    if site_area_m2 is None:
        raise InputError(asked.file, "far", far, "a site, from whose area the population follows")
    mean_m2 = sum(one.area_m2 * one.share for one in mix)
    people = floor(far * site_area_m2 / mean_m2 * household_size)
    floor_area = f"{far:g} x {site_area_m2:,.0f} m2 / {mean_m2:.1f} m2"
    notes.append(
        Sentence(
            en=f"population from FAR: {floor_area} a dwelling x {household_size:g} = {people}",
            zh=f"由容积率推算人口：{floor_area} 每套 x {household_size:g} = {people}",
        )
    )
    return int(check_number(asked.file, "population from FAR", people, within, is_whole=True))


def _as_number(value: float | str) -> float | str:
    """Text of a flag as a number, or as it is where it is none."""
    if not isinstance(value, str):
        return value
    for read in (int, float):
        try:
            return read(value.strip())
        except ValueError:
            continue
    return value


def _note_community(population: int, notes: list[Sentence]) -> None:
    size = community_size()
    if population > size.population_high:
        parts = len(divide_people(population))
        many = f"{population} persons are more than one community's {size.population_high} ({size.source})"
        many_zh = f"{population} 人超过一个社区的 {size.population_high} 人（{size.source}）"
        notes.append(Sentence(en=f"{many}: {parts} communities or more", zh=f"{many_zh}：至少分成 {parts} 个社区"))


def _conditions(asked: Asked, mix: tuple[DwellingType, ...]) -> Conditions:
    storeys = _number(asked, "storeys_max", is_whole=True)
    stalls = _number(asked, "stalls_per_household_min")
    per_area = _number(asked, "stalls_per_100_m2_min")
    if per_area is not None:
        mean_m2 = sum(one.area_m2 * one.share for one in mix)
        stalls = max(stalls or 0.0, per_area * mean_m2 / HUNDRED_M2)
    return Conditions(
        far_max=_number(asked, "far_max"),
        density_max=_number(asked, "density_max"),
        height_max_m=_number(asked, "height_max_m"),
        storeys_max=None if storeys is None else int(storeys),
        green_min=_number(asked, "green_min"),
        stalls_per_household_min=stalls,
    )


def _packs(given: NamedPacks, defaults: BriefDefaults) -> tuple[str, ...]:
    """Packs named, else the default ones; users' last, and the one that judges the drawing itself always first."""
    return tuple(dict.fromkeys((DRAWING_PACK, *(given.names or defaults.packs), *given.folder_names)))


def _word(file: str, key: str, value: str | None, known: Iterable[str], default: str) -> str:
    if value is None:
        return default
    words = [str(word) for word in known]
    if value not in words:
        raise InputError(file, key, value, "one of " + ", ".join(words))
    return value


def _standing_assumptions(asked: Asked) -> tuple[Sentence, ...]:
    line = Sentence(en="a protected window line 20 m north of the boundary", zh="用地红线以北 20 m 设一条受保护窗线")
    none = Sentence(en="none but those in the site file", zh="仅用地文件中所绘")
    neighbours = line if asked.protect_north else none
    return (
        Sentence(en=f"neighbouring buildings: {neighbours.en}", zh=f"相邻建筑：{neighbours.zh}"),
        Sentence(en="no levels given: a level site with flush entrances", zh="未给标高：按平地、入口平接处理"),
        Sentence(
            en="no wind given: the down-wind preference of the waste station is left out",
            zh="未给风向：垃圾收集站不考虑下风向",
        ),
    )
