"""What is known of one name of the law: lines under headings, and what a drawing shows of it; as text, markdown or JSON."""

from collections.abc import Sequence
from dataclasses import dataclass

from layoutgen.model.count_words import COUNT_WORDS
from layoutgen.model.limit import Measured
from layoutgen.model.report import Finding, Outcome, Report
from layoutgen.reports.law_words import limit_words
from layoutgen.reports.note_words import note_sentence
from layoutgen.reports.report_json import outcome_fields
from layoutgen.sentence import Sentence

SHOWN = 12  # findings printed of one clause, worst first
WORDS = {
    "clause": Sentence(en="clause", zh="条文"),
    "measure": Sentence(en="measure", zh="量项"),
    "kind": Sentence(en="kind of thing", zh="设施或要素"),
    "parameter": Sentence(en="parameter", zh="参数"),
    "condition": Sentence(en="planning condition", zh="规划条件"),
    "indicator": Sentence(en="indicator", zh="指标"),
    "trap": Sentence(en="trap", zh="易错点"),
    "thing": Sentence(en="thing on the drawing", zh="图上要素"),
    "on_drawing": Sentence(en="on the drawing", zh="图上所见"),
    "not_judged": Sentence(
        en="the drawing is not judged by a pack that has it: name its pack with --pack",
        zh="图纸所用标准包中没有：用 --pack 指定",
    ),
    "measured": Sentence(en="measured", zh="量得"),
    "declared": Sentence(en="declared", zh="标注"),
    "limit": Sentence(en="limit", zh="限值"),
    "margin": Sentence(en="margin", zh="余量"),
    "yes": Sentence(en="yes", zh="是"),
    "no": Sentence(en="no", zh="否"),
    "nothing": Sentence(en="nothing", zh="无"),
    "more": Sentence(en="and {n} more", zh="另有 {n} 处"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing said, under its heading."""

    head: Sentence
    text: Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """What is known of a name, without any drawing."""

    name: str
    sort: str  # "clause", "measure", "kind", "parameter", "condition", "indicator", "trap" or "thing"
    lines: tuple[Line, ...]
    clauses: tuple[str, ...]  # whose outcomes on a drawing tell of it


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What a drawing shows of a name."""

    drawing: str
    lines: tuple[Line, ...]  # values of the drawing: a parameter, an indicator, what a label says
    outcomes: tuple[Outcome, ...]
    subject: str = ""  # only the findings about this thing


def line(en: str, zh: str, text: str, text_zh: str | None = None) -> Line:
    """A line whose text is the same in both languages, or is given in both."""
    return Line(head=Sentence(en=en, zh=zh), text=Sentence(en=text, zh=text if text_zh is None else text_zh))


def explanation_text(known: Explanation, shown: Shown | None, lang: str) -> str:
    """Name and sort, a line a heading, then what the drawing shows."""
    lines = [f"{known.name}  ({WORDS[known.sort].text(lang)})", *(f"  {_said(one, lang)}" for one in known.lines)]
    if shown is not None:
        lines.append(f"{WORDS['on_drawing'].text(lang)} {shown.drawing}:")
        lines += [f"  {_said(one, lang)}" for one in shown.lines]
        lines += [f"  {text}" for text in _outcomes(known, shown, lang)]
    return "\n".join(lines)


def explanation_markdown(known: Explanation, shown: Shown | None, lang: str) -> str:
    """The same with a heading, as a list."""
    lines = [f"## {known.name} ({WORDS[known.sort].text(lang)})", ""]
    lines += [f"- **{one.head.text(lang)}**: {one.text.text(lang)}" for one in known.lines]
    if shown is not None:
        lines += ["", f"### {WORDS['on_drawing'].text(lang)} `{shown.drawing}`", ""]
        lines += [f"- **{one.head.text(lang)}**: {one.text.text(lang)}" for one in shown.lines]
        lines += [f"- {text.strip()}" for text in _outcomes(known, shown, lang)]
    return "\n".join(lines)


def explanation_fields(known: Explanation, shown: Shown | None) -> dict[str, object]:
    """Everything for JSON, with the outcomes in the shape of `report.json`."""
    document: dict[str, object] = {
        "name": known.name,
        "sort": known.sort,
        "lines": [_fields(one) for one in known.lines],
        "clauses": list(known.clauses),
    }
    if shown is not None:
        document["drawing"] = shown.drawing
        document["values"] = [_fields(one) for one in shown.lines]
        document["outcomes"] = [outcome_fields(outcome) for outcome in shown.outcomes]
    return document


def outcomes_of(report: Report, clauses: Sequence[str]) -> tuple[Outcome, ...]:
    """Outcomes of some clauses, in the report's order."""
    return tuple(outcome for outcome in report.outcomes if outcome.clause in clauses)


def _said(one: Line, lang: str) -> str:
    return f"{one.head.text(lang)}: {one.text.text(lang)}"


def _fields(one: Line) -> dict[str, str]:
    return {"head_en": one.head.en, "head_zh": one.head.zh, "text_en": one.text.en, "text_zh": one.text.zh}


def _outcomes(known: Explanation, shown: Shown, lang: str) -> list[str]:
    if known.clauses and not shown.outcomes:
        return [WORDS["not_judged"].text(lang)]
    lines: list[str] = []
    for outcome in shown.outcomes:
        says = outcome.says_zh if lang == "zh" else outcome.says_en
        lines.append(f"[{COUNT_WORDS[outcome.counts_as].text(lang)}] {outcome.clause}  {says}")
        lines += [f"    {note_sentence(outcome.note).text(lang)}"] if outcome.note else []
        about = [one for one in outcome.findings if not shown.subject or shown.subject in one.subjects]
        lines += [f"    {_finding(one, lang)}" for one in about[:SHOWN]]
        lines += ["    " + WORDS["more"].text(lang).format(n=len(about) - SHOWN)] if len(about) > SHOWN else []
    return lines


def _finding(finding: Finding, lang: str) -> str:
    who = ", ".join(finding.subjects)
    if finding.blocked:
        return f"{who}: {note_sentence(finding.blocked).text(lang)}"
    basis = WORDS["declared" if finding.is_declared else "measured"].text(lang)
    margin = finding.limit.margin(finding.measured)
    parts = [f"{who}: {basis} {_value(finding.measured, lang)}"]
    parts.append(f"{WORDS['limit'].text(lang)} {limit_words(finding.limit, lang)}")
    parts += [f"{WORDS['margin'].text(lang)} {margin:.4g}"] if margin is not None else []
    return ", ".join(parts) + (f"  ({note_sentence(finding.note).text(lang)})" if finding.note else "")


def _value(measured: Measured, lang: str) -> str:
    if isinstance(measured, bool):
        return WORDS["yes" if measured else "no"].text(lang)
    if measured is None:
        return WORDS["nothing"].text(lang)
    return ", ".join(measured) if isinstance(measured, tuple) else f"{measured:g}"
