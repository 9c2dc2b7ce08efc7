"""The quick answer: land budget, people and floor area ratio by storey class, and what binds."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from layoutgen.errors import InfeasibleError
from layoutgen.inputs.checked import load_ranges
from layoutgen.inputs.templates import load_choices
from layoutgen.jobs.ask import Flags, Request, ask_capacity
from layoutgen.jobs.law import require_new_build, standard_of_brief, with_sun_said
from layoutgen.model.choices import StreetChoices
from layoutgen.pipeline.capacity import Capacity, ClassCapacity, estimate_capacity
from layoutgen.reports.given import conditions_given, given_lines
from layoutgen.stages.division import divide_site
from layoutgen.standards.community import community_size

WORDS = {
    "en": {
        "title": "Estimate (capacity model, no drawing) at {latitude:g} N, climate zone {zone}",
        "land": "site {site:.2f} ha, public streets {streets:.2f} ha, {cells} cells",
        "head": f"{'storeys':>8} {'net FAR':>8} {'people':>8} {'p/ha':>6} {'lots ha':>8} {'block ha':>9}  binds",
        "best": "most people: about {people} with {storeys} storeys; {binds} binds",
        "divide": "above {high} people: {count} communities between main roads of {roads:.1f} ha, so rather about {people}",
        "undivided": "more than {high} people make several communities, but {why}",
    },
    "zh": {
        "title": "估算(容量模型,未出图):北纬 {latitude:g}°,气候区划 {zone}",
        "land": "用地 {site:.2f} 公顷,公共道路 {streets:.2f} 公顷,{cells} 个街坊或组团",
        "head": "层数  街坊容积率  人数  人/公顷  设施用地(公顷)  街坊用地(公顷)  控制因素",
        "best": "最多约 {people} 人,{storeys} 层;受{binds}控制",
        "divide": "超过 {high} 人：分成 {count} 个社区，社区间城市道路占地 {roads:.1f} 公顷，故约 {people} 人",
        "undivided": "超过 {high} 人应分成几个社区，但本用地分不开：{why}",
    },
}
BINDS_ZH = {
    "sun and lanes": "日照与道路",
    "FAR of the class": "本类别容积率",
    "density of the class": "本类别建筑密度",
    "FAR of the brief": "规划条件容积率",
    "density of the brief": "规划条件建筑密度",
    "height": "建筑高度",
}


def feasibility_text(site_file: Path, flags: Flags, lang: str) -> str:
    """Table of the capacity model for a site file.

    Raises
    ------
    InputError
        If the site, the brief or the template cannot be used, or an existing community is asked for.
    """
    asked = ask_capacity(site_file, flags)
    require_new_build(asked.brief)
    choices = load_choices(asked.brief.template)
    standard = standard_of_brief(asked.brief)
    asked = replace(asked, brief=with_sun_said(asked.brief, standard))
    capacity = estimate_capacity(asked.site, asked.brief, choices, standard)
    table = _table(capacity, asked, _division_lines(capacity, asked, choices.streets, lang), lang)
    return "\n".join([table, *given_lines(conditions_given(asked.brief.conditions), standard.overrides, lang)])


def _division_lines(capacity: Capacity, asked: Request, choices: StreetChoices, lang: str) -> list[str]:
    """How many communities the people make, and what the roads between them take off."""
    high, most = community_size().population_high, int(load_ranges("brief")["population"].high)
    people = min(capacity.best.people, most)
    if people <= high:
        return []
    try:
        division = divide_site(asked.site, people, choices)
    except InfeasibleError as error:
        return [WORDS[lang]["undivided"].format(high=high, why=error.what)]
    roads_m2 = sum(road.outline.area for road in division.roads)
    left = round(people * (1.0 - roads_m2 / capacity.site_m2), -2)
    count = len(division.communities)
    return [WORDS[lang]["divide"].format(high=high, count=count, roads=roads_m2 / 1e4, people=f"{left:.0f}")]


def _table(capacity: Capacity, asked: Request, division: Sequence[str], lang: str) -> str:
    words, place, best = WORDS[lang], asked.brief.place, capacity.best
    lines = [
        words["title"].format(latitude=place.latitude_deg, zone=place.climate_zone),
        words["land"].format(site=capacity.site_m2 / 1e4, streets=capacity.streets_m2 / 1e4, cells=capacity.cells),
        words["head"],
        *(_row(row, capacity, lang) for row in capacity.classes),
        words["best"].format(people=best.people, storeys=best.storeys, binds=_binds(best, lang)),
    ]
    lines.extend(division)
    lines.extend(f"  - {line.text(lang)}" for line in (*asked.brief.assumptions, *asked.site.assumptions, *asked.site.repairs))
    return "\n".join(lines)


def _row(row: ClassCapacity, capacity: Capacity, lang: str) -> str:
    density = row.people / capacity.site_m2 * 1e4
    return (
        f"{row.storeys:>8} {row.far:>8.2f} {row.people:>8} {density:>6.0f} {row.lots_m2 / 1e4:>8.2f} "
        f"{row.block_m2 / 1e4:>9.2f}  {_binds(row, lang)}"
    )


def _binds(row: ClassCapacity, lang: str) -> str:
    return BINDS_ZH[row.binds] if lang == "zh" else row.binds
