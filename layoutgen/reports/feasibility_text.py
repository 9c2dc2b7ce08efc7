"""The answer of `feasibility` as text: land, a table by storey class, the largest population and how it was found."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from layoutgen.model.brief import Brief
from layoutgen.model.capacity import Capacity, ClassCapacity, Largest, Proof
from layoutgen.model.report import Override
from layoutgen.model.site import Site
from layoutgen.reports.columns import columns
from layoutgen.reports.given import conditions_given, given_lines
from layoutgen.reports.shortfall_text import largest_line
from layoutgen.reports.stage_words import said_in
from layoutgen.sentence import Sentence
from layoutgen.standards.community import community_size

WORDS = {
    "title": Sentence(en="Capacity at {latitude:g} N, climate zone {zone}", zh="容量测算：北纬 {latitude:g}°，气候区划 {zone}"),
    "land": Sentence(
        en="site {site:.2f} ha, public streets {streets:.2f} ha, {blocks} blocks",
        zh="用地 {site:.2f} 公顷，公共道路 {streets:.2f} 公顷，{blocks} 个街坊",
    ),
    "head": Sentence(
        en="storeys|net FAR|people|p/ha|lots ha|blocks ha|binds in most blocks",
        zh="层数|街坊容积率|人数|人/公顷|设施用地 公顷|街坊用地 公顷|多数街坊的控制因素",
    ),
    "best": Sentence(en="best of all", zh="各街坊取最优"),
    "table": Sentence(
        en="Capacity model, homes counted in blocks by storey class", zh="容量模型：按层数类别在各街坊中试排计数"
    ),
    "divide": Sentence(
        en="above {high} people: {count} communities between main roads; each is counted by itself",
        zh="超过 {high} 人：以城市道路分成 {count} 个社区，逐个测算",
    ),
    "undivided": Sentence(
        en="more than {high} people make several communities, but {why}",
        zh="超过 {high} 人应分成几个社区，但本用地分不开：{why}",
    ),
    "none": Sentence(en="nobody can be housed: {why}", zh="无法安置任何人口：{why}"),
    "no_block": Sentence(en="no home fits any block", zh="没有街坊排得下住宅"),
    "proof": Sentence(en="Searched with the engine, to the end of massing", zh="引擎全面搜索（至建筑布置）"),
    "manner_ok": Sentence(en="{says}: {people} persons in {runs} runs", zh="{says}：{people} 人，运行 {runs} 次"),
    "manner_not": Sentence(en="{says}: none found in {runs} runs", zh="{says}：运行 {runs} 次未找到"),
    "impossible": Sentence(
        en="lawful minima alone rule out {people} persons and more", zh="仅按法定下限，{people} 人及以上即不可行"
    ),
    "classes": Sentence(
        en="every storey number in every block, three directions of rows, several manners of slabs",
        zh="每个街坊试遍各层数、三个朝向与几种板楼排法",
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What `feasibility` found."""

    site: Site
    brief: Brief
    capacity: Capacity
    largest: Largest
    proof: Proof | None
    overrides: tuple[Override, ...]


def answer_text(answer: Answer, lang: str) -> str:
    """The answer as a table with what was assumed."""
    capacity, place = answer.capacity, answer.brief.place
    lines = [
        WORDS["title"].text(lang).format(latitude=place.latitude_deg, zone=place.climate_zone),
        WORDS["land"].text(lang).format(site=capacity.site_m2 / 1e4, streets=capacity.streets_m2 / 1e4, blocks=capacity.blocks),
        *_table(capacity, lang),
        *_said(answer, lang),
        *(
            f"  - {s.text(lang)}"
            for s in (*answer.brief.assumptions, *answer.site.assumptions, *answer.site.repairs, *answer.site.unread)
        ),
        *given_lines(conditions_given(answer.brief.conditions), answer.overrides, lang),
    ]
    return "\n".join(lines)


def _said(answer: Answer, lang: str) -> Iterator[str]:
    """The largest population, and what stands in its way."""
    capacity, high = answer.capacity, community_size().population_high
    yield from _proof(answer.proof, lang) if answer.proof else ()
    if not answer.largest.people:
        yield WORDS["none"].text(lang).format(why=said_in(capacity.why_none, lang) or WORDS["no_block"].text(lang))
    else:
        yield largest_line(answer.largest, lang)
    if capacity.communities > 1:
        yield WORDS["divide"].text(lang).format(high=high, count=capacity.communities)
    if capacity.why_undivided:
        yield WORDS["undivided"].text(lang).format(high=high, why=said_in(capacity.why_undivided, lang))


def _proof(proof: Proof, lang: str) -> Iterator[str]:
    yield WORDS["proof"].text(lang)
    yield f"  - {WORDS['classes'].text(lang)}"
    for manner in proof.manners:
        words = WORDS["manner_ok" if manner.largest.is_confirmed else "manner_not"].text(lang)
        said = words.format(says=manner.says.text(lang), people=manner.largest.people, runs=len(manner.largest.runs))
        yield f"  - {said}"
    if proof.impossible_from is not None:
        yield f"  - {WORDS['impossible'].text(lang).format(people=proof.impossible_from)}"


def _table(capacity: Capacity, lang: str) -> Iterator[str]:
    if capacity.classes:
        yield WORDS["table"].text(lang)
        rows = [*(_row(str(row.storeys), row, capacity, lang) for row in capacity.classes)]
        rows.append(_row(WORDS["best"].text(lang), capacity.best, capacity, lang))
        yield from (f"  {line}" for line in columns(_in_line([WORDS["head"].text(lang).split("|"), *rows])))


def _row(name: str, row: ClassCapacity, capacity: Capacity, lang: str) -> list[str]:
    density = row.people / capacity.site_m2 * 1e4
    lots, blocks = row.lots_m2 / 1e4, row.block_m2 / 1e4
    return [name, f"{row.far:.2f}", str(row.people), f"{density:.0f}", f"{lots:.2f}", f"{blocks:.2f}", row.binds.text(lang)]


def _in_line(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    """Figures in line on the right within their columns; the first and the last column are words."""
    widths = [max(len(row[k]) for row in rows[1:]) for k in range(len(rows[0]))]
    last = len(rows[0]) - 1
    return [list(rows[0]), *([c if k in (0, last) else c.rjust(widths[k]) for k, c in enumerate(row)] for row in rows[1:])]
