"""What the page knows of every clause: its law in words, and every finding with what lights up on the plan."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from layoutgen.model.limit import Measured
from layoutgen.model.report import Finding, Outcome, Report
from layoutgen.reports.explain_clause import Law, explain_clause
from layoutgen.reports.explanation import Line
from layoutgen.reports.html.drawn import Drawn
from layoutgen.reports.html.interned import Interned
from layoutgen.reports.json_values import Json
from layoutgen.reports.law_words import UNITS_ZH, limit_words
from layoutgen.sentence import Sentence, printable

PASSED, FAILED, BLOCKED = 0, 1, 2
SKIPPED = ("demand",)  # headings of an explanation that the page shows elsewhere
DECIMALS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Words that stand once on the page."""

    sentences: Interned[tuple[str, str]] = field(default_factory=Interned)  # English, Chinese
    names: Interned[str] = field(default_factory=Interned)  # of subjects and of things drawn

    def sentence(self, said: Sentence) -> int:
        """Number of a sentence."""
        return self.sentences.number((printable(said.en), printable(said.zh)))

    def name(self, name: str) -> int:
        """Number of a name."""
        return self.names.number(printable(name))


def clause_data(report: Report, law: Law, drawn: Drawn, told: Told) -> dict[str, Json]:
    """Every outcome by the id of its clause."""
    clauses = {clause.id: clause for clause in law.standard.clauses}
    return {
        outcome.clause: _outcome(
            outcome, explain_clause(clauses[outcome.clause], law).lines if outcome.clause in clauses else (), drawn, told
        )
        for outcome in report.outcomes
    }


def _outcome(outcome: Outcome, lines: tuple[Line, ...], drawn: Drawn, told: Told) -> Json:
    return {
        "says": told.sentence(Sentence(en=outcome.says_en, zh=outcome.says_zh)),
        "state": outcome.counts_as,
        "lines": [[told.sentence(line.head), told.sentence(line.text)] for line in lines if line.head.en not in SKIPPED],
        "note": told.sentence(Sentence(en=outcome.note, zh=outcome.note)) if outcome.note else -1,
        "findings": [_finding(finding, drawn, told) for finding in outcome.findings],
    }


def _finding(finding: Finding, drawn: Drawn, told: Told) -> Json:
    """Row of subjects, measured, limit, unit, margin, state, declared, note and what lights up."""
    limit, note = finding.limit, finding.blocked or finding.note
    unit = Sentence(en=limit.unit, zh=UNITS_ZH.get(limit.unit, limit.unit))
    margin = limit.margin(finding.measured)
    return [
        [told.name(name) for name in finding.subjects],
        measured_value(finding.measured),
        told.sentence(Sentence(en=limit_words(limit, "en"), zh=limit_words(limit, "zh"))),
        told.sentence(unit),
        _number(margin) if margin is not None else None,
        state_of(finding),
        int(finding.is_declared),
        told.sentence(Sentence(en=note, zh=note)) if note else -1,
        [told.name(name) for name in drawn.of(finding)],
    ]


def state_of(finding: Finding) -> int:
    """Passed, failed or blocked."""
    if finding.blocked:
        return BLOCKED
    return PASSED if finding.passed else FAILED


def measured_value(measured: Measured) -> Json:
    """A measured value for the page: a number, a claim, words, or nothing."""
    if isinstance(measured, tuple):
        return [printable(word) for word in measured]
    return measured if measured is None or isinstance(measured, bool) else _number(measured)


def _number(value: float) -> float | None:
    """A number of few digits; what is no number is nothing, infinity too."""
    is_number = value == value and abs(value) != float("inf")
    return round(value, DECIMALS) + 0.0 if is_number else None


def told_fields(told: Told) -> Mapping[str, Json]:
    """Sentences and names for the page, when all is told."""
    return {"sentences": [list(pair) for pair in told.sentences.values()], "names": list(told.names.values())}
