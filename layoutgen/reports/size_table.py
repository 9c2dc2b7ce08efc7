"""The facility schedule as text: the table of facilities, where each figure comes from, and the parameters."""

from collections.abc import Callable, Sequence

from layoutgen.drawings.layers import Profile, load_profile
from layoutgen.model.program import DwellingDemand, Need, Program
from layoutgen.reports.columns import columns
from layoutgen.reports.derivation_text import PARAMETER, derivation_text, number_text
from layoutgen.reports.size_report import is_owned
from layoutgen.standards.communities import sum_dwellings, sum_needs
from layoutgen.standards.figure_words import FigureWords, load_figure_words
from layoutgen.standards.ownership import load_ownerships
from layoutgen.standards.parameters import load_parameters

WORDS = {
    "zh": {
        "people": "{people} 人，{households} 户 × {size} 人/户；住宅 {housing} ㎡",
        "dwelling": "{name}：{count} 套，每套 {area} ㎡",
        "communities": "分为 {n} 个社区：{parts}；以下先列合计，再列每个社区",
        "each": "每个 {people} 人的社区",
        "facilities": "配套设施一览表",
        "head": ("名称", "建筑面积 ㎡", "用地面积 ㎡", "控制条文", "产权", "移交", "独立占地"),
        "from": "各项数字的来源",
        "parameters": "参数",
        "assumptions": "采用的假定",
        "parameter_head": ("名称", "取值", "单位", "范围", "来源"),
        "brief": "任务书",
        "default": "（取默认）",
    },
    "en": {
        "people": "{people} persons, {households} households x {size}; housing {housing} m2",
        "dwelling": "{name}: {count} dwellings of {area} m2",
        "communities": "divided into {n} communities of {parts}; their sum first, then each",
        "each": "each community of {people} persons",
        "facilities": "Facilities",
        "head": ("facility", "floor area m2", "land m2", "governing clause", "owner", "handover", "own land"),
        "from": "Where every figure comes from",
        "parameters": "Parameters",
        "assumptions": "Assumptions",
        "parameter_head": ("name", "value", "unit", "range", "source"),
        "brief": "brief",
        "default": "(our default)",
    },
}


def size_table(communities: Sequence[Program], assumptions: Sequence[str], lang: str) -> str:
    """Text of `layoutgen size`; several communities are summed, then told one by one where they differ."""
    words, figures = WORDS[lang], load_figure_words(lang)
    name = need_namer(load_profile(), figures, lang)
    if len(communities) == 1:
        lines = _community(communities[0], name, lang)
    else:
        parts = ", ".join(str(one.population) for one in communities)
        lines = [*_head(communities, sum_dwellings(communities), lang)]
        lines += [str(words["communities"]).format(n=len(communities), parts=parts)]
        lines += ["", str(words["facilities"]), *_facilities(sum_needs(communities), communities[0].needs, name, lang)]
        for one in {program.population: program for program in communities}.values():
            lines += ["", str(words["each"]).format(people=one.population), *_community(one, name, lang)]
    lines += ["", str(words["parameters"]), *parameter_rows(communities[0].parameters, lang)]
    lines += ["", str(words["assumptions"]), *(f"  - {line}" for line in assumptions)]
    return "\n".join(lines)


def need_namer(profile: Profile, figures: FigureWords, lang: str) -> Callable[[str], str]:
    """Names of needs for people: their own words, else those of the layer table, else the kind itself."""
    layers = {layer.holds: layer.zh for layer in profile.layers}

    def name(kind: str) -> str:
        return figures.needs.get(kind) or (layers.get(f"facility.{kind}") if lang == "zh" else "") or kind.replace("_", " ")

    return name


def parameter_rows(parameters: Sequence[tuple[str, float]], lang: str) -> list[str]:
    """Every parameter with value, unit, range and source."""
    words = WORDS[lang]
    known = {one.name: one for one in load_parameters()}
    figures = load_figure_words(lang)
    rows: list[Sequence[str]] = [words["parameter_head"]]
    for name, value in parameters:
        one, word = known[name], figures.figure(name)
        source = (one.source_zh or one.source) if lang == "zh" else one.source
        band = f"{number_text(one.low)}-{number_text(one.high)}"
        said = source if value == one.default else str(words["brief"])
        rows.append((word.text, number_text(value), word.unit, band, said))
    return [f"  {line}" for line in columns(rows)]


def _head(communities: Sequence[Program], dwellings: Sequence[DwellingDemand], lang: str) -> list[str]:
    words, first = WORDS[lang], communities[0]
    people = str(words["people"]).format(
        people=sum(one.population for one in communities),
        households=sum(one.households for one in communities),
        size=number_text(first.household_size),
        housing=f"{sum(one.housing_gfa_m2 for one in communities):,.0f}",
    )
    each = [str(words["dwelling"]).format(name=d.name, count=d.count, area=number_text(d.area_m2)) for d in dwellings]
    return [people, *(f"  {line}" for line in each)]


def _community(program: Program, name: Callable[[str], str], lang: str) -> list[str]:
    words, figures, needs = WORDS[lang], load_figure_words(lang), program.needs
    lines = [*_head((program,), program.dwellings, lang), "", str(words["facilities"])]
    lines += _facilities(needs, needs, name, lang)
    lines += ["", str(words["from"])]
    lines += [f"  {derivation_text(one, figures, lang)}" for one in program.derivations]
    for need in needs:
        lines.append(name(need.kind))
        lines += [f"  {derivation_text(one, figures, lang)}" for one in need.derivations if _is_told(one.figure, one.value)]
    return lines


def _is_told(figure: str, value: float) -> bool:
    return figure != "count" or value != 1.0


def _facilities(needs: Sequence[Need], derived: Sequence[Need], name: Callable[[str], str], lang: str) -> list[str]:
    """Table of facilities; the clauses are those of the needs that were derived."""
    words, ownerships = WORDS[lang], load_ownerships()
    clauses = {need.kind: governing_text(need, lang) for need in derived}
    rows: list[Sequence[str]] = [words["head"]]
    for need in needs:
        if not is_owned(need):
            continue
        area, own = dict(need.figures), ownerships.of(need.kind)
        floor, land = area.get("gfa_m2"), area.get("land_m2")
        rows.append(
            (
                name(need.kind),
                f"{floor:,.0f}" if floor else "-",
                f"{land:,.0f}" if land else "-",
                clauses.get(need.kind, ""),
                *(ownerships.word(said, lang) for said in own.said()),
            )
        )
    return [f"  {line}" for line in columns(rows)]


def governing_text(need: Need, lang: str) -> str:
    """Clause behind the floor area, else the land; where our default asks for more, the clause that it beats, and so said."""
    area = next((one for name in ("gfa_m2", "land_m2") for one in need.derivations if one.figure == name), None)
    if area is None or (area.clause and not area.clause.startswith(PARAMETER)):
        return area.clause if area else ""
    beaten = [one.clause for one in area.beaten if not one.clause.startswith(PARAMETER)]
    default = str(WORDS[lang]["default"])
    return " ".join((*(beaten or need.clauses)[:1], default))
