"""The pages of the documentation that are made from the data: a table a pack, an index with every count, the traps."""

from collections.abc import Sequence

from layoutgen.reports.pack_list import pack_list_markdown
from layoutgen.reports.pack_table import pack_table_markdown
from layoutgen.sentence import Sentence
from layoutgen.standards.clause import Pack
from layoutgen.standards.measures import load_measures
from layoutgen.standards.traps import load_traps

LANGUAGES = ("en", "zh")
INDEX, TRAPS = "README.md", "traps.md"
WORDS = {
    "title": Sentence(en="The law that is encoded", zh="已编码的标准"),
    "made": Sentence(
        en="These pages are made from the data in `layoutgen/standards/data`: refresh them with `{command}`.",
        zh="本目录由 `layoutgen/standards/data` 的数据生成，更新命令：`{command}`。",
    ),
    "counts": Sentence(
        en="Clauses by force, by what they do to a verdict, by how they are looked at, and by how their figure is known.",
        zh="条文按用词、对结论的作用、判定依据和限值可信度计数。",
    ),
    "traps": Sentence(en="Traps and what answers them", zh="易错点与应对"),
    "trap": Sentence(en="trap", zh="编号"),
    "right": Sentence(en="the right reading", zh="正确读法"),
    "answer": Sentence(en="clauses and tests", zh="条文与测试"),
    "later": Sentence(en="about the sheet: in a later issue", zh="属图纸表达，见后续工作"),
}
COMMAND = "pytest tests/reports/test_law_pages.py --update-golden"


def law_pages(packs: Sequence[Pack]) -> dict[str, str]:
    """Text of every page by its path below ``docs/standards``."""
    measures = load_measures()
    pages: dict[str, str] = {}
    for lang in LANGUAGES:
        pages[f"{lang}/{INDEX}"] = _index(packs, lang)
        pages[f"{lang}/{TRAPS}"] = _traps(lang)
        pages.update({f"{lang}/{pack.name}.md": pack_table_markdown(pack, measures, lang) for pack in packs})
    return pages


def _index(packs: Sequence[Pack], lang: str) -> str:
    lines = [
        f"# {WORDS['title'].text(lang)}",
        "",
        WORDS["made"].text(lang).format(command=COMMAND),
        "",
        WORDS["counts"].text(lang),
        "",
        pack_list_markdown(packs, load_measures(), lang),
        "",
        f"[{WORDS['traps'].text(lang)}]({TRAPS})",
    ]
    return "\n".join(lines) + "\n"


def _traps(lang: str) -> str:
    heads = [WORDS[key].text(lang) for key in ("trap", "right", "answer")]
    lines = [f"# {WORDS['traps'].text(lang)}", "", f"| {' | '.join(heads)} |", "| --- | --- | --- |"]
    for trap in load_traps():
        answers = [*trap.clauses, *(f"`{place}`" for place in trap.places)] or [WORDS["later"].text(lang)]
        lines.append(f"| {trap.id} | {trap.says.text(lang)} | {', '.join(answers)} |")
    return "\n".join(lines) + "\n"
