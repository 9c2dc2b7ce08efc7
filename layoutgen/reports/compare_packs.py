"""Two packs side by side: as text, JSON or tables in markdown."""

import json

from layoutgen.reports.law_words import figure_words, word
from layoutgen.sentence import Sentence
from layoutgen.standards.clause import Clause, Pack
from layoutgen.standards.compare import FIRST, SAME, SECOND, Pair, compare_packs

SCHEMA = "layoutgen-comparison/1"
WORDS = {
    "both": Sentence(en="measured by both", zh="两包都有"),
    "only": Sentence(en="only in {pack}", zh="仅 {pack} 有"),
    "stricter": Sentence(en="stricter", zh="较严"),
    SAME: Sentence(en="the same", zh="相同"),
    "unlike": Sentence(en="not comparable", zh="不可比"),
    "none": Sentence(en="nothing", zh="无"),
}


def comparison_text(first: Pack, second: Pack, lang: str) -> str:
    """Pairs, then what only one has."""
    compared = compare_packs(first, second)
    lines = [f"{first.name} | {second.name}", f"{WORDS['both'].text(lang)}: {len(compared.pairs)}"]
    for pair in compared.pairs:
        lines.append(f"  {_what(pair.first)}: {WORDS['stricter'].text(lang)}: {_stricter(pair, lang)}")
        lines += [f"      {clause.id}  {_bound(clause, lang)}" for clause in (pair.first, pair.second)]
    for pack, clauses in ((first, compared.only_first), (second, compared.only_second)):
        lines.append(f"{WORDS['only'].text(lang).format(pack=pack.name)}: {len(clauses)}")
        lines += [f"  {clause.id}  {_what(clause)}  {_bound(clause, lang)}" for clause in clauses]
    return "\n".join(lines)


def comparison_markdown(first: Pack, second: Pack, lang: str) -> str:
    """The same as tables."""
    compared = compare_packs(first, second)
    lines = [f"# {first.name} | {second.name}", "", f"| {word('measure', lang)} | {first.name} | {second.name} | "]
    lines[-1] += f"{WORDS['stricter'].text(lang)} |"
    lines.append("| --- | --- | --- | --- |")
    for pair in compared.pairs:
        cells = [f"{clause.id}: {_bound(clause, lang)}" for clause in (pair.first, pair.second)]
        lines.append(f"| {_what(pair.first)} | {cells[0]} | {cells[1]} | {_stricter(pair, lang)} |")
    for pack, clauses in ((first, compared.only_first), (second, compared.only_second)):
        lines += ["", f"## {WORDS['only'].text(lang).format(pack=pack.name)}", ""]
        lines += [f"- {clause.id}: {_what(clause)}, {_bound(clause, lang)}" for clause in clauses] or [WORDS["none"].text(lang)]
    return "\n".join(lines) + "\n"


def comparison_json(first: Pack, second: Pack) -> str:
    """The same for machines."""
    compared = compare_packs(first, second)
    document = {
        "schema": SCHEMA,
        "first": first.name,
        "second": second.name,
        "pairs": [
            {
                "measure": pair.first.measure,
                "of": pair.first.of,
                "first": _fields(pair.first),
                "second": _fields(pair.second),
                "stricter": pair.stricter,
            }
            for pair in compared.pairs
        ],
        "only_first": [_fields(clause) for clause in compared.only_first],
        "only_second": [_fields(clause) for clause in compared.only_second],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _fields(clause: Clause) -> dict[str, str]:
    return {
        "id": clause.id,
        "measure": clause.measure,
        "of": clause.of,
        "figure": figure_words(clause, "en"),
        "force": clause.force.value,
    }


def _what(clause: Clause) -> str:
    return f"{clause.measure} {clause.of}".strip()


def _bound(clause: Clause, lang: str) -> str:
    return f"{figure_words(clause, lang)} ({word(clause.force.value, lang)})"


def _stricter(pair: Pair, lang: str) -> str:
    named = {FIRST: pair.first.pack, SECOND: pair.second.pack}
    return named[pair.stricter] if pair.stricter in named else WORDS[pair.stricter].text(lang)
