"""The packs with what they count: as text, JSON or a table in markdown."""

import json
from collections.abc import Mapping, Sequence

from layoutgen.reports.law_words import word
from layoutgen.standards.clause import Pack
from layoutgen.standards.counts import ClauseCounts, Counts, count_clauses
from layoutgen.standards.measures import Measure

SCHEMA = "layoutgen-packs/1"
GROUPS = ("by_force", "by_verdict_kind", "by_basis", "by_confidence")


def pack_list_json(packs: Sequence[Pack], measures: Mapping[str, Measure]) -> str:
    """Packs, each with its status and its counts, and the counts of all together."""
    document = {
        "schema": SCHEMA,
        "packs": [
            {
                "name": pack.name,
                "title_zh": pack.title_zh,
                "title_en": pack.title_en,
                "status": pack.status,
                "status_zh": pack.status_zh,
                "status_en": pack.status_en,
                "is_scoring": pack.is_scoring,
                "jurisdiction": pack.jurisdiction,
                **_plain(count_clauses(pack.clauses, measures)),
            }
            for pack in packs
        ],
        "total": _plain(_all(packs, measures)),
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def pack_list_text(packs: Sequence[Pack], measures: Mapping[str, Measure], lang: str, *, full: bool = False) -> str:
    """One line a pack: name, clauses, how many decide, advise and are manual, status and title; with ``full`` every count."""
    lines = []
    for pack in packs:
        counts = count_clauses(pack.clauses, measures)
        title = pack.title_zh if lang == "zh" else pack.title_en
        groups = GROUPS if full else ("by_verdict_kind",)
        lines.append(f"{pack.name:<16} {counts.clauses:>4}  {word(pack.status, lang)}  {title}")
        lines += [f"{'':<16}       {_said(getattr(counts, group), lang)}" for group in groups]
        status = pack.status_zh if lang == "zh" else pack.status_en
        lines += [f"{'':<16}       {status}"] if status else []
    total = _all(packs, measures)
    lines.append(f"{word('all', lang):<16} {total.clauses:>4}")
    lines += [f"{'':<16}       {_said(getattr(total, group), lang)}" for group in GROUPS]
    return "\n".join(lines)


def pack_list_markdown(packs: Sequence[Pack], measures: Mapping[str, Measure], lang: str) -> str:
    """Table of the packs with every count, and a last row of all."""
    rows = [(f"[{pack.name}]({pack.name}.md)", pack, count_clauses(pack.clauses, measures)) for pack in packs]
    total = _all(packs, measures)
    names = [name for group in GROUPS for name, _ in getattr(total, group)]
    heads = [word(key, lang) for key in ("pack", "title", "status", "clauses")] + [word(name, lang) for name in names]
    lines = [_row(heads), _row(["---", "---", "---"] + ["---:"] * (len(names) + 1))]
    for link, pack, counts in rows:
        title = pack.title_zh if lang == "zh" else pack.title_en
        lines.append(_row([link, title, word(pack.status, lang), str(counts.clauses), *_cells(counts)]))
    lines.append(_row([word("all", lang), "", "", str(total.clauses), *_cells(total)]))
    return "\n".join(lines)


def _all(packs: Sequence[Pack], measures: Mapping[str, Measure]) -> ClauseCounts:
    return count_clauses((clause for pack in packs for clause in pack.clauses), measures)


def _plain(counts: ClauseCounts) -> dict[str, int | dict[str, int]]:
    return {"clauses": counts.clauses, **{group: dict(getattr(counts, group)) for group in GROUPS}}


def _said(counts: Counts, lang: str) -> str:
    return " · ".join(f"{word(name, lang)} {count}" for name, count in counts)


def _cells(counts: ClauseCounts) -> list[str]:
    return [str(count) for group in GROUPS for _, count in getattr(counts, group)]


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"
