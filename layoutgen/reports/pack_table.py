"""Every clause of a pack, a row each: as text, JSON or a table in markdown."""

import json
from collections.abc import Mapping, Sequence

from layoutgen.model.report import Override
from layoutgen.reports.given import given_lines
from layoutgen.reports.law_words import figure_words, limit_words, scope_words, source_words, word
from layoutgen.standards.clause import Clause, Pack
from layoutgen.standards.counts import basis, count_clauses, verdict_kind
from layoutgen.standards.measures import MANUAL, Measure

SCHEMA = "layoutgen-pack/1"
HEADS = ("id", "says", "figure", "force", "decides", "scope", "confidence", "source", "measure")
Cell = str | float | bool | None | list[str]


def pack_table_text(pack: Pack, measures: Mapping[str, Measure], lang: str, overrides: Sequence[Override] = ()) -> str:
    """Head of the pack with the figures of others that it sets anew, then two lines a clause."""
    lines = [*_head(pack, measures, lang), *given_lines({}, overrides, lang)]
    for clause in pack.clauses:
        cells = dict(zip(HEADS, _cells(clause, measures, lang), strict=True))
        lines.append(f"{cells['id']}  {cells['says']}")
        parts = [cells[key] for key in ("figure", "force", "decides", "scope", "confidence", "source", "measure")]
        lines.append("    " + " · ".join(part for part in parts if part and part != "-"))
        lines += [f"        {' '.join(value for _, value in row.keys)}: {limit_words(row.limit, lang)}" for row in clause.rows]
    return "\n".join(lines)


def pack_table_markdown(pack: Pack, measures: Mapping[str, Measure], lang: str, overrides: Sequence[Override] = ()) -> str:
    """Head of the pack and a table of its clauses; the tables of figures of single clauses follow."""
    head = [*_head(pack, measures, lang), *given_lines({}, overrides, lang)]
    lines = [f"# {head[0]}", "", *(f"{line}  " for line in head[1:]), ""]
    lines += ["| " + " | ".join(word(key, lang) for key in HEADS) + " |", "|" + " --- |" * len(HEADS)]
    lines += ["| " + " | ".join(_escaped(cell) for cell in _cells(clause, measures, lang)) + " |" for clause in pack.clauses]
    for clause in pack.clauses:
        if clause.rows:
            lines += ["", f"## {clause.id}", "", *_rows(clause, lang)]
    return "\n".join(lines) + "\n"


def pack_table_json(pack: Pack, measures: Mapping[str, Measure], overrides: Sequence[Override] = ()) -> str:
    """Clauses of the pack with every field, and the figures of others that it sets anew."""
    document = {
        "schema": SCHEMA,
        "name": pack.name,
        "title_zh": pack.title_zh,
        "title_en": pack.title_en,
        "status": pack.status,
        "overrides": [override.text() for override in overrides],
        "clauses": [clause_fields(clause, measures) for clause in pack.clauses],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def clause_fields(clause: Clause, measures: Mapping[str, Measure]) -> dict[str, object]:
    """Fields of a clause for JSON."""
    rows = [{**dict(row.keys), "limit": limit_words(row.limit, "en")} for row in clause.rows]
    return {
        "id": clause.id,
        "pack": clause.pack,
        "says_zh": clause.says_zh,
        "says_en": clause.says_en,
        "figure": figure_words(clause, "en"),
        **({"rows": rows} if rows else {}),
        "force": clause.force.value,
        "verdict_kind": verdict_kind(clause),
        "basis": basis(clause, measures),
        "scope": clause.scope,
        "when": {fact: list(words) for fact, words in clause.when},
        "outranks": list(clause.outranks),
        "alternatives": list(clause.alternatives),
        "confidence": clause.confidence.value,
        "source": clause.source,
        "where": clause.where,
        "measure": clause.measure,
        "of": clause.of,
        "options": {key: list(value) if isinstance(value, tuple) else value for key, value in clause.options},
        "method": clause.method,
    }


def _head(pack: Pack, measures: Mapping[str, Measure], lang: str) -> list[str]:
    counts = count_clauses(pack.clauses, measures)
    title, status = (pack.title_zh, pack.status_zh) if lang == "zh" else (pack.title_en, pack.status_en)
    said = " · ".join(f"{word(name, lang)} {count}" for name, count in counts.by_verdict_kind)
    lines = [f"{pack.name}: {title}", f"{word('status', lang)}: {word(pack.status, lang)}"]
    lines += [status] if status else []
    return [*lines, f"{word('clauses', lang)} {counts.clauses}: {said}"]


def _cells(clause: Clause, measures: Mapping[str, Measure], lang: str) -> tuple[str, ...]:
    is_manual = clause.measure == MANUAL
    looked_at = word(basis(clause, measures), lang)
    measure = looked_at if is_manual else f"{clause.measure} ({looked_at})"
    return (
        clause.id,
        clause.says_zh if lang == "zh" else clause.says_en,
        figure_words(clause, lang),
        word(clause.force.value, lang),
        word(verdict_kind(clause), lang),
        scope_words(clause, lang),
        word(clause.confidence.value, lang),
        source_words(clause),
        measure,
    )


def _rows(clause: Clause, lang: str) -> list[str]:
    keys = sorted({key for row in clause.rows for key, _ in row.keys})
    lines = ["| " + " | ".join([*keys, word("figure", lang)]) + " |", "|" + " --- |" * (len(keys) + 1)]
    for row in clause.rows:
        said = dict(row.keys)
        lines.append("| " + " | ".join([*(said.get(key, "") for key in keys), limit_words(row.limit, lang)]) + " |")
    return lines


def _escaped(cell: str) -> str:
    return cell.replace("|", "\\|").replace("<", "&lt;")
